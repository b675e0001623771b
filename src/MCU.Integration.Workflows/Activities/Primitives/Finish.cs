using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Primitives;

/// <summary>Ends the whole workflow at once.</summary>
[Activity("Elsa", "Primitives", Description = "Mark the workflow as finished.", IsTerminal = true)]
public sealed class Finish : CodeActivity
{
    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        context.FinishWorkflow();
        return ValueTask.CompletedTask;
    }
}
