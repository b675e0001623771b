using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>What surrounds one burst: services for its activities, and the way of its results into change sets.</summary>
/// <param name="scope">The unit of work of the hub's own activities.</param>
/// <param name="exchange">The HTTP request that the burst serves; null when it serves none.</param>
internal sealed class BurstHost(BurstScope scope, BurstPorts ports, IHttpExchange? exchange) : IBurstHost, IPublishedWorkflows, IStoredChildren
{
    private readonly Dictionary<string, InstanceRow> _written = new(StringComparer.Ordinal);
    private readonly YieldingSender? _sender =
        ports.Sender is null ? null : new(new RetryingSender(ports.Sender, ports.Services.Options.Value.Lease, ports.Time), ports.Places);

    public BurstScope Scope { get; } = scope;

    /// <summary>Elsa's activation strategy, judged with the first commit of an instance that starts.</summary>
    public ActivationGate? Gate { get; set; }

    /// <summary>The draft that the instance is started on, stored with its first commit.</summary>
    public DefinitionSnapshot? Draft { get; set; }

    public bool CanCommit => true;

    public T? Get<T>()
        where T : class => Scope as T ?? exchange as T ?? _sender as T ?? ports.Addresses as T ?? this as T;

    public ValueTask<PreparedWorkflow?> FindAsync(string definitionId, CancellationToken cancellationToken) =>
        ports.Workflows.FindPublishedAsync(definitionId, cancellationToken);

    async ValueTask<StoredChild?> IStoredChildren.FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (await ports.Instances.LoadAsync(instanceId, cancellationToken) is not { } known)
        {
            return null;
        }

        Read(known.Row);
        return new(await ports.Workflows.ToContinueAsync(known.Row, cancellationToken), ports.Book.Open(known));
    }

    /// <summary>The stored row that the burst goes on from.</summary>
    public void Read(InstanceRow row) => _written[row.Id] = row;

    /// <summary>Takes the result, and those of children that ran within, into the change set.</summary>
    public void Record(BurstResult result)
    {
        Write(result, Gate, Draft);
        (Gate, Draft) = (null, null);
        foreach (var child in result.Children)
        {
            Write(child, null, null);
        }

        foreach (var stimulus in result.Stimuli)
        {
            Scope.Send(stimulus);
        }

        foreach (var child in result.Dispatches)
        {
            Scope.Dispatch(child);
        }
    }

    /// <summary>Design §2: what must leave the process inside a burst commits first. The item, or one made for it, lets another node go on if this one dies.</summary>
    public async ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken)
    {
        Record(soFar);
        var until = ports.Time.GetUtcNow() + ports.Services.Options.Value.Lease;
        var changes = Scope.TakeChanges();
        var held = Scope.Item is { } item ? Prolong(changes, item, soFar.State.InstanceId, until) : Claim(changes, soFar.State, until);
        var outcome = await ports.Committer.CommitAsync(changes, CancellationToken.None);
        if (outcome != CommitOutcome.Committed)
        {
            throw new BurstAbandonedException(outcome, Scope.Item);
        }

        Scope.Hold(held);
    }

    private static LeasedWorkItem Prolong(ChangeSet changes, LeasedWorkItem item, string instanceId, DateTimeOffset until)
    {
        changes.Renewal = new(until, instanceId);
        return item with { Item = item.Item with { Kind = WorkKind.ContinueInstance, InstanceId = instanceId }, LeasedUntil = until };
    }

    private LeasedWorkItem Claim(ChangeSet changes, WorkflowState state, DateTimeOffset until)
    {
        var item = new NewWorkItem(ports.Services.Ids.Next<WorkItemId>(), WorkKind.ContinueInstance, "instance:" + state.InstanceId, until, Scope.Now)
        {
            InstanceId = state.InstanceId,
            CorrelationId = state.CorrelationId,
        };
        changes.Claim = new(item, ports.Node.Value, until);
        return new(new(item.Id, 1), item, 1, until);
    }

    private void Write(BurstResult result, ActivationGate? gate, DefinitionSnapshot? draft)
    {
        var write = ports.Book.ToWrite(result, _written.GetValueOrDefault(result.State.InstanceId), gate, draft);
        _written[write.Row.Id] = write.Row;
        Scope.Changes.Instances.Add(write);
    }
}
