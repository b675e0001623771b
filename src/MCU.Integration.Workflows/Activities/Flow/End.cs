using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Ends the flowchart around it.</summary>
[Activity("Elsa", "Flow", Description = "A milestone activity that marks the end of a flowchart.", IsTerminal = true)]
public sealed class End : CodeActivity
{
    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context) => ValueTask.CompletedTask;
}
