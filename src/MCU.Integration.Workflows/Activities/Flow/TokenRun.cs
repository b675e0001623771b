using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Elsa 3.8's token-based mode: each followed connection makes a token, which its target uses up when it completes.</summary>
internal sealed class TokenRun(Flowchart chart, FlowGraph graph, List<FlowToken> tokens) : FlowRun(chart, graph)
{
    /// <summary>The property of the saved run by which it is told from one of counters.</summary>
    public const string SavedTokens = "tokens";

    public static List<FlowToken> Restore(JsonNode saved) =>
    [
        .. saved[SavedTokens]!.AsArray().Select(token => new FlowToken(token!["source"]!.GetValue<int>(), token["port"]!.GetValue<string>(), token["target"]!.GetValue<int>())
        {
            IsConsumed = token["consumed"].AsBoolean() ?? false,
            IsBlocked = token["blocked"].AsBoolean() ?? false,
        }),
    ];

    public override async ValueTask OnCompletedAsync(ActivityExecutionContext context, ActivityExecutionContext child, IReadOnlyList<string> outcomes)
    {
        var activity = Chart.PositionOf(child.Node);
        var followed = Graph.OutboundOf(activity).Where(connection => outcomes.Contains(Graph[connection].Port)).ToList();
        tokens.AddRange(followed.Select(connection => NewToken(connection, isBlocked: false)));

        foreach (var token in tokens.Where(token => token.Target == activity && token.IsOpen))
        {
            token.IsConsumed = true;
        }

        foreach (var connection in followed)
        {
            await EnterAsync(context, connection);
        }

        await CompleteIfIdleAsync(context);
        tokens.RemoveAll(token => token.Target == activity && token.IsConsumed);
    }

    public override ValueTask OnCanceledAsync(ActivityExecutionContext context, ActivityExecutionContext child)
    {
        var activity = Chart.PositionOf(child.Node);
        tokens.RemoveAll(token => token.Source == activity || token.Target == activity);

        // Without regard to tokens, as in Elsa 3.8: a race that cancels the last activity at work completes the flowchart before it runs.
        return context.HasPendingWork || context.HasFaultedChildren ? ValueTask.CompletedTask : context.CompleteAsync();
    }

    public override JsonObject ToJson() => new()
    {
        ["start"] = Graph.Start,
        [SavedTokens] = new JsonArray([.. tokens.Select(token => new JsonObject
        {
            ["source"] = token.Source,
            ["port"] = token.Port,
            ["target"] = token.Target,
            ["consumed"] = token.IsConsumed,
            ["blocked"] = token.IsBlocked,
        })]),
    };

    private async ValueTask EnterAsync(ActivityExecutionContext context, int connection)
    {
        var target = Graph[connection].Target;
        var mode = await ModeOfAsync(context, Chart.Activities[target]);

        switch (mode)
        {
            case MergeMode.Cascade or MergeMode.Race:
                await EnterFirstAsync(context, connection, mode == MergeMode.Race);
                break;
            case MergeMode.Merge when !HaveAllArrived(Graph.ForwardInboundOf(target)):
            case MergeMode.Converge when !HaveAllArrived(Graph.InboundOf(target)):
            case MergeMode.Stream when IsAnythingOnItsWayTo(target):
                break;
            default:
                Schedule(context, target);
                break;
        }
    }

    private async ValueTask EnterFirstAsync(ActivityExecutionContext context, int connection, bool cancelOthers)
    {
        var (source, _, target) = Graph[connection];

        if (cancelOthers)
        {
            await CancelAncestorsAsync(context, target);
        }

        if (tokens.Find(token => token.IsBlocked && token.IsOf(Graph[connection])) is { } block)
        {
            block.IsConsumed = true;
            return;
        }

        Schedule(context, target);
        tokens.AddRange(Graph.ForwardInboundOf(target).Where(other => Graph[other].Source != source).Select(other => NewToken(other, isBlocked: true)));
    }

    /// <summary>A single connection never waits for others.</summary>
    private bool HaveAllArrived(int[] connections) =>
        connections.Length <= 1 || Array.TrueForAll(connections, connection => tokens.Exists(token => token.IsOpen && token.IsOf(Graph[connection])));

    private bool IsAnythingOnItsWayTo(int activity) =>
        Array.Exists(Graph.ForwardInboundOf(activity), connection => tokens.Exists(token => token.IsOpen && token.Target == Graph[connection].Source));

    private async ValueTask CompleteIfIdleAsync(ActivityExecutionContext context)
    {
        // A token that is waited with keeps the flowchart open, as in Elsa 3.8: a merge that misses a branch waits for ever.
        if (!context.HasPendingWork && !context.HasFaultedChildren && !tokens.Exists(token => token.IsOpen))
        {
            tokens.Clear();
            await context.CompleteAsync();
        }
    }

    private FlowToken NewToken(int connection, bool isBlocked)
    {
        var (source, port, target) = Graph[connection];
        return new FlowToken(source, port, target) { IsBlocked = isBlocked };
    }

    private static async ValueTask<MergeMode> ModeOfAsync(ActivityExecutionContext context, ActivityNode node)
    {
        if (node.Activity is FlowJoin join)
        {
            return await join.EvaluateModeAsync(context) == FlowJoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge;
        }

        return Enum.TryParse<MergeMode>((node.Json["customProperties"] as JsonObject)?["mergeMode"].AsString(), ignoreCase: true, out var mode)
            ? mode
            : MergeMode.Stream;
    }
}
