using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Flow;

/// <summary>Activities and connections between them, in one of Elsa 3.8's two modes.</summary>
[Activity("Elsa", "Flow", Description = "A flowchart is a collection of activities and connections between them.", IsContainer = true, IsBrowsable = false)]
public sealed class Flowchart : Activity
{
    /// <summary>The property of an instance that sets its mode, instead of <see cref="WorkflowRuntimeOptions.FlowchartMode"/>.</summary>
    public const string ModeProperty = "Flowchart:ExecutionMode";

    private readonly ConcurrentDictionary<int, FlowGraph> _graphs = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private FlowConnection[] _connections = [];
    private int _start;

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
        _start = FindStart();
    }

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
        {
            await context.CompleteAsync();
            return;
        }

        context.Schedule(Activities[RunOf(context).Graph.Start]);
    }

    /// <inheritdoc />
    protected internal override ValueTask OnChildCompletedAsync(ActivityExecutionContext context, ChildCompletion completion) =>
        completion.Child.Node.Activity!.IsTerminal
            ? context.CompleteAsync()
            : RunOf(context).OnCompletedAsync(context, completion.Child, completion.Outcomes);

    /// <inheritdoc />
    protected internal override ValueTask OnChildCanceledAsync(ActivityExecutionContext context, ActivityExecutionContext child) =>
        RunOf(context).OnCanceledAsync(context, child);

    /// <inheritdoc />
    protected internal override JsonNode? SaveLive(object live) => ((FlowRun)live).ToJson();

    /// <summary>Cancels what is at work before a join that waits no longer. Only counters need it: tokens did so before they let it run.</summary>
    internal ValueTask CancelAncestorsAsync(ActivityExecutionContext context, ActivityNode join) =>
        RunOf(context) is CounterRun run ? run.CancelAncestorsAsync(context, PositionOf(join)) : ValueTask.CompletedTask;

    internal int PositionOf(ActivityNode node) => _positions.GetValueOrDefault(node.Id, -1);

    private FlowRun RunOf(ActivityExecutionContext context) => context.Live(() => NewRun(context), Restore);

    private FlowRun NewRun(ActivityExecutionContext context)
    {
        var graph = GraphFrom(StartOf(context));
        return ModeOf(context) == FlowchartMode.TokenBased
            ? new TokenRun(this, graph, [])
            : new CounterRun(this, graph, new FlowCounters(Activities.Count, _connections.Length));
    }

    /// <summary>A run goes on in the mode that it began in.</summary>
    private FlowRun Restore(JsonNode saved)
    {
        var graph = GraphFrom(saved["start"]!.GetValue<int>());
        return saved[TokenRun.SavedTokens] is not null
            ? new TokenRun(this, graph, TokenRun.Restore(saved))
            : new CounterRun(this, graph, new FlowCounters(Activities.Count, _connections.Length).Restore(saved));
    }

    private FlowGraph GraphFrom(int start) => _graphs.GetOrAdd(start, static (position, chart) => new FlowGraph(chart.Activities.Count, chart._connections, position), this);

    private static FlowchartMode ModeOf(ActivityExecutionContext context) =>
        Enum.TryParse<FlowchartMode>(context.Execution.State.Properties.GetValueOrDefault(ModeProperty).AsString(), ignoreCase: true, out var mode)
            ? mode
            : context.Execution.Options.FlowchartMode;

    /// <summary>The trigger that started the run, else what <see cref="FindStart"/> found.</summary>
    private int StartOf(ActivityExecutionContext context) =>
        context.Execution.State.TriggerActivityId is { } trigger && context.FindFrame() is { Parent: null } && _positions.TryGetValue(trigger, out var triggered)
            ? triggered
            : _start;

    /// <summary>The Start node, else what may start the workflow, else the first without inbound connections, else the first.</summary>
    private int FindStart()
    {
        var targets = _connections.Select(connection => connection.Target).ToHashSet();

        return First(node => node.ActivityType?.ClrType == typeof(Start))
            ?? First(node => node.CanStartWorkflow)
            ?? First(node => !targets.Contains(_positions[node.Id]))
            ?? 0;
    }

    private int? First(Func<ActivityNode, bool> matches) => Activities.FirstOrDefault(matches) is { } node ? _positions[node.Id] : null;
}
