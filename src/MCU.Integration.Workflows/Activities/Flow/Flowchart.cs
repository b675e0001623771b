using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Activities and connections between them, in Elsa 3.8's counter-based mode.</summary>
[Activity("Elsa", "Flow", Description = "A flowchart is a collection of activities and connections between them.", IsContainer = true, IsBrowsable = false)]
public sealed class Flowchart : Activity
{
    private const string BackwardTag = "backward";

    private readonly ConcurrentDictionary<int, FlowGraph> _graphs = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private FlowConnection[] _connections = [];

    /// <summary>The nodes.</summary>
    [Port(IsBrowsable = false)]
    public IReadOnlyList<ActivityNode> Activities { get; set; } = [];

    /// <summary>The node to start at. Elsa 3.8 shows the port and ignores what is in it.</summary>
    [Port(IsBrowsable = false)]
    public ActivityNode? Start { get; set; }

    /// <inheritdoc />
    protected internal override void Prepare()
    {
        for (var i = 0; i < Activities.Count; i++)
        {
            _positions[Activities[i].Id] = i;
        }

        _connections = FlowConnection.ReadAll(Node.Json["connections"], _positions);
    }

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
        {
            await context.CompleteAsync();
            return;
        }

        var scope = ScopeOf(context);
        context.Schedule(Activities[scope.Graph.Start]);
    }

    /// <inheritdoc />
    protected internal override async ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion)
    {
        var child = completion.Child;

        if (child.Node.Activity!.IsTerminal)
        {
            await context.CompleteAsync();
            return;
        }

        var hasScheduled = await LeaveAsync(context, ScopeOf(context), _positions[child.Node.Id], completion.Outcomes, child.Tag == BackwardTag);

        if (!hasScheduled)
        {
            await CompleteIfIdleAsync(context);
        }
    }

    /// <inheritdoc />
    protected internal override async ValueTask OnChildCanceledAsync(ActivityExecutionContext context, ActivityExecutionContext child)
    {
        await CompleteIfIdleAsync(context);

        if (context.Status == State.ActivityStatus.Running)
        {
            // Joins behind the cancelled activity must not wait for it.
            await LeaveAsync(context, ScopeOf(context), _positions[child.Node.Id], [], child.Tag == BackwardTag);
        }
    }

    /// <inheritdoc />
    protected internal override JsonNode? SaveLive(object live) => ((FlowScope)live).ToJson();

    /// <summary>Cancels what is at work before a join that waits no longer.</summary>
    internal async ValueTask CancelAncestorsAsync(ActivityExecutionContext context, ActivityNode join)
    {
        if (!context.Children.Any())
        {
            return;
        }

        var ancestors = ScopeOf(context).Graph.AncestorsOf(_positions[join.Id]);

        foreach (var child in context.Children.Where(child => ancestors.Contains(_positions.GetValueOrDefault(child.Node.Id, -1))).ToList())
        {
            await child.CancelAsync();
        }
    }

    private static async ValueTask CompleteIfIdleAsync(ActivityExecutionContext context)
    {
        if (!context.HasPendingWork && !context.HasFaultedChildren)
        {
            await context.CompleteAsync();
        }
    }

    private FlowScope ScopeOf(ActivityExecutionContext context) => context.Live(
        () => NewScope(FindStart(context)),
        saved => NewScope(FlowScope.StartOf(saved)).Restore(saved));

    private FlowScope NewScope(int start) => new(
        _graphs.GetOrAdd(start, position => new FlowGraph(Activities.Count, _connections, position)), Activities.Count, _connections.Length);

    /// <summary>The trigger that started the run, else the Start node, else what may start the workflow, else the first without inbound connections.</summary>
    private int FindStart(ActivityExecutionContext context)
    {
        if (context.Execution.State.TriggerActivityId is { } trigger && context.FindFrame() is { Parent: null } && _positions.TryGetValue(trigger, out var triggered))
        {
            return triggered;
        }

        var targets = _connections.Select(connection => connection.Target).ToHashSet();

        return First(node => node.Activity is Start)
            ?? First(node => node.CanStartWorkflow)
            ?? First(node => !targets.Contains(_positions[node.Id]))
            ?? 0;
    }

    private int? First(Func<ActivityNode, bool> matches) => Activities.FirstOrDefault(matches) is { } node ? _positions[node.Id] : null;

    /// <summary>
    /// Visits the connections out of an activity and schedules what may run behind them. Without outcomes the activity counts as
    /// skipped: all connections are visited and none is followed.
    /// </summary>
    /// <returns>Whether anything was scheduled.</returns>
    private async ValueTask<bool> LeaveAsync(
        ActivityExecutionContext context, FlowScope scope, int activity, IReadOnlyList<string> outcomes, bool enteredBackward)
    {
        if (scope.Graph.IsDangling(activity))
        {
            throw new InvalidOperationException($"Activity {Activities[activity].Id} is not reachable from the start of the flowchart.");
        }

        if (!enteredBackward)
        {
            scope.VisitActivity(activity);
        }

        var hasScheduled = false;

        foreach (var connection in scope.Graph.OutboundOf(activity))
        {
            var isFollowed = outcomes.Contains(scope.Graph[connection].Port);
            scope.VisitConnection(connection, isFollowed);
            hasScheduled |= scope.Graph.IsForward(connection)
                ? await EnterForwardAsync(context, scope, connection)
                : isFollowed && EnterBackward(context, scope, connection);
        }

        return hasScheduled;
    }

    private bool EnterBackward(ActivityExecutionContext context, FlowScope scope, int connection)
    {
        var (source, _, target) = scope.Graph[connection];

        if (!scope.Graph.IsValidBackward(connection))
        {
            throw new InvalidOperationException(
                $"Invalid backward connection: Every path from the source ('{Activities[source].Id}') must go through the target ('{Activities[target].Id}') when tracing back to the start.");
        }

        context.Schedule(Activities[target], BackwardTag);
        return true;
    }

    private async ValueTask<bool> EnterForwardAsync(ActivityExecutionContext context, FlowScope scope, int connection)
    {
        var target = scope.Graph[connection].Target;
        var mode = await ModeOfAsync(context, Activities[target]);

        if (mode == FlowJoinMode.WaitAny)
        {
            if (!scope.IsAhead(connection, target) || context.Execution.IsScheduled(Activities[target], context))
            {
                return false;
            }

            if (scope.AnyInboundFollowed(target))
            {
                // Scheduled first, so that the cancellations do not find the flowchart idle.
                context.Schedule(Activities[target]);
                await CancelAncestorsAsync(context, Activities[target]);
                return true;
            }
        }

        if (!scope.AllInboundVisited(target))
        {
            return false;
        }

        if (mode == FlowJoinMode.WaitAll ? scope.AllInboundFollowed(target) : scope.AnyInboundFollowed(target))
        {
            context.Schedule(Activities[target]);
            return true;
        }

        return await LeaveAsync(context, scope, target, [], enteredBackward: false);
    }

    private static ValueTask<FlowJoinMode> ModeOfAsync(ActivityExecutionContext context, ActivityNode node) =>
        node.Activity is FlowJoin join ? join.EvaluateModeAsync(context) : new ValueTask<FlowJoinMode>(FlowJoinMode.WaitAllActive);
}
