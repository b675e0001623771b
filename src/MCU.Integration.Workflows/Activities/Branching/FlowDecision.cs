using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Branching;

/// <summary>Leads a flowchart to one of two ways.</summary>
[Activity("Elsa", "Branching", DisplayName = "Decision", Description = "Evaluate a Boolean condition to determine which path to execute next.", Outcomes = ["True", "False"])]
public sealed class FlowDecision : Activity
{
    /// <summary>The condition.</summary>
    [Input(UIHint = "singleline", Description = "The condition to evaluate.")]
    public Input<bool> Condition { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteAsync(context.Get(Condition) ? "True" : "False");
}
