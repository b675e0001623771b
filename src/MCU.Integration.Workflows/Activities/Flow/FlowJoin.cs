using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Merges branches of a flowchart.</summary>
[Activity("Elsa", "Branching", DisplayName = "Join", Description = "Merges branches at a point that says how many of them it waits for.")]
public sealed class FlowJoin : Activity
{
    /// <summary>What to wait for.</summary>
    [Input(
        DefaultValue = nameof(FlowJoinMode.WaitAny),
        UIHint = "dropdown",
        Description = "When to continue: at the first inbound path that comes in (WaitAny), once all have been taken (WaitAll), or once all that can still be taken have come in (WaitAllActive).")]
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
