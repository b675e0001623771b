using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Elsa 3.8's counter-based mode: an activity runs when all forward connections into it have been visited since it was.</summary>
internal sealed class CounterRun(Flowchart chart, FlowGraph graph, FlowCounters counters) : FlowRun(chart, graph)
{
    private const string BackwardTag = "backward";

    public override async ValueTask OnCompletedAsync(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes)
    {
        if (!await LeaveAsync(context, Chart.PositionOf(child.Node), outcomes, child.Tag == BackwardTag))
        {
            await CompleteIfIdleAsync(context);
        }
    }

    public override async ValueTask OnCanceledAsync(ActivityExecutionContext context, ActivityExecutionContext child)
    {
        await CompleteIfIdleAsync(context);

        if (context.Status == ActivityStatus.Running)
        {
            // Joins behind the cancelled activity must not wait for it.
            await LeaveAsync(context, Chart.PositionOf(child.Node), [], child.Tag == BackwardTag);
        }
    }

    public override JsonObject ToJson()
    {
        var json = counters.ToJson();
        json["start"] = Graph.Start;
        return json;
    }

    private static async ValueTask CompleteIfIdleAsync(ActivityExecutionContext context)
    {
        if (!context.HasPendingWork && !context.HasFaultedChildren)
        {
            await context.CompleteAsync();
        }
    }

    /// <summary>
    /// Visits the connections out of an activity and schedules what may run behind them. Without outcomes the activity counts as
    /// skipped: all connections are visited and none is followed.
    /// </summary>
    /// <returns>Whether anything was scheduled.</returns>
    private async ValueTask<bool> LeaveAsync(ActivityExecutionContext context, int activity, IReadOnlyList<string> outcomes, bool enteredBackward)
    {
        if (Graph.IsDangling(activity))
        {
            throw new InvalidOperationException($"Activity {Chart.Activities[activity].Id} is not reachable from the start of the flowchart.");
        }

        if (!enteredBackward)
        {
            counters.VisitActivity(activity);
        }

        var hasScheduled = false;

        foreach (var connection in Graph.OutboundOf(activity))
        {
            var isFollowed = outcomes.Contains(Graph[connection].Port);
            counters.VisitConnection(connection, isFollowed);
            hasScheduled |= Graph.IsForward(connection)
                ? await EnterForwardAsync(context, connection)
                : isFollowed && EnterBackward(context, connection);
        }

        return hasScheduled;
    }

    private bool EnterBackward(ActivityExecutionContext context, int connection)
    {
        var (source, _, target) = Graph[connection];

        if (!Graph.IsValidBackward(connection))
        {
            throw new InvalidOperationException(
                $"Invalid backward connection: Every path from the source ('{Chart.Activities[source].Id}') must go through the target ('{Chart.Activities[target].Id}') when tracing back to the start.");
        }

        Schedule(context, target, BackwardTag);
        return true;
    }

    private async ValueTask<bool> EnterForwardAsync(ActivityExecutionContext context, int connection)
    {
        var target = Graph[connection].Target;
        var mode = await ModeOfAsync(context, Chart.Activities[target]);

        if (mode == FlowJoinMode.WaitAny)
        {
            if (!counters.IsAhead(connection, target) || context.Execution.IsScheduled(Chart.Activities[target], context))
            {
                return false;
            }

            if (counters.AnyInboundFollowed(Graph, target))
            {
                // Scheduled first, so that the cancellations do not find the flowchart idle.
                Schedule(context, target);
                await CancelAncestorsAsync(context, target);
                return true;
            }
        }

        if (!counters.AllInboundVisited(Graph, target))
        {
            return false;
        }

        if (mode == FlowJoinMode.WaitAll ? counters.AllInboundFollowed(Graph, target) : counters.AnyInboundFollowed(Graph, target))
        {
            Schedule(context, target);
            return true;
        }

        return await LeaveAsync(context, target, [], enteredBackward: false);
    }

    private static ValueTask<FlowJoinMode> ModeOfAsync(ActivityExecutionContext context, ActivityNode node) =>
        node.Activity is FlowJoin join ? join.EvaluateModeAsync(context) : new ValueTask<FlowJoinMode>(FlowJoinMode.WaitAllActive);
}
