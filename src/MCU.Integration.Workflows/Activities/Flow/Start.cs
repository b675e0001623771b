using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Where a flowchart starts.</summary>
[Activity("Elsa", "Flow", Description = "A milestone activity that marks the start of a flowchart.", IsStart = true)]
public sealed class Start : CodeActivity
{
    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context) => ValueTask.CompletedTask;
}
