using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Looping;

/// <summary>Leaves the nearest loop.</summary>
[Activity("Elsa", "Looping", Description = "Break out of a loop.", IsTerminal = true)]
public sealed class Break : CodeActivity
{
    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        Breaking.Send(context);
        return ValueTask.CompletedTask;
    }
}
