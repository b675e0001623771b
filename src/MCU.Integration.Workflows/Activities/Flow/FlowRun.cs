using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>What one run of a flowchart knows, and how it decides what comes next.</summary>
internal abstract class FlowRun(Flowchart chart, FlowGraph graph)
{
    protected Flowchart Chart { get; } = chart;

    public FlowGraph Graph { get; } = graph;

    /// <summary>An activity of the flowchart has completed; it is not a terminal one.</summary>
    public abstract ValueTask OnCompletedAsync(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes);

    /// <summary>An activity of the flowchart was cancelled.</summary>
    public abstract ValueTask OnCanceledAsync(ActivityExecutionContext context, ActivityExecutionContext child);

    /// <summary>What is known, for the state; <see cref="Flowchart"/> reads it back.</summary>
    public abstract JsonObject ToJson();

    /// <summary>Cancels what is at work before an activity.</summary>
    public async ValueTask CancelAncestorsAsync(ActivityExecutionContext context, int activity)
    {
        if (!context.Children.Any())
        {
            return;
        }

        var ancestors = Graph.AncestorsOf(activity);

        foreach (var child in context.Children.Where(child => ancestors.Contains(Chart.PositionOf(child.Node))).ToList())
        {
            await child.CancelAsync();
        }
    }

    protected void Schedule(ActivityExecutionContext context, int activity, string? tag = null) => context.Schedule(Chart.Activities[activity], tag);
}
