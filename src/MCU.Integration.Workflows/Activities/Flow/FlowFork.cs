using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Splits a flowchart into branches.</summary>
[Activity("Elsa", "Branching", DisplayName = "Fork (flow)", Description = "Branch execution into multiple branches.")]
public sealed class FlowFork : Activity
{
    /// <summary>The names of the branches, which are the outcomes.</summary>
    [Input(UIHint = "dynamic-outcomes", Description = "A list of expected branches.")]
    public Input<string[]> Branches { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) => context.CompleteAsync(context.Get(Branches) ?? []);
}
