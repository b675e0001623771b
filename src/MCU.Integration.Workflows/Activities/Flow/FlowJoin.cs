using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Merges branches of a flowchart.</summary>
[Activity("Elsa", "Branching", DisplayName = "Join", Description = "Merge multiple branches into a single branch of execution.")]
public sealed class FlowJoin : Activity
{
    /// <summary>What to wait for.</summary>
    [Input(
        DefaultValue = nameof(FlowJoinMode.WaitAny),
        UIHint = "dropdown",
        Description = "The join mode determines whether this activity should continue as soon as one inbound path comes in (Wait Any), or once all inbound paths have executed (Wait All).")]
    public Input<FlowJoinMode> Mode { get; set; } = null!;

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.Parent is { Node.Activity: Flowchart flowchart } parent)
        {
            await flowchart.CancelAncestorsAsync(parent, Node);
        }

        await context.CompleteAsync();
    }

    /// <summary>The mode, asked by the flowchart before the join itself runs.</summary>
    internal async ValueTask<FlowJoinMode> EvaluateModeAsync(ActivityExecutionContext flowchart) =>
        Node.FindInput(nameof(Mode)) is { } binding
            ? ValueConverter.As<FlowJoinMode>(await binding.Expression.EvaluateAsync(flowchart.Scope, flowchart.CancellationToken))
            : FlowJoinMode.WaitAny;
}
