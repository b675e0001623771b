using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Tests.Runtime;

/// <summary>A host that keeps the last stored state of each instance, as a database would.</summary>
internal sealed class StoringHost(FlakyActivity.Plan plan, IReadOnlyDictionary<string, PreparedWorkflow> workflows) : IBurstHost, IPublishedWorkflows, IStoredChildren
{
    private static readonly WorkflowStateSerializer Serializer = new();

    private readonly Dictionary<string, byte[]> _stored = [];

    public bool CanCommit => true;

    public List<SentStimulus> Stimuli { get; } = [];

    public T? Get<T>()
        where T : class => plan as T ?? this as T;

    public ValueTask CommitAsync(BurstResult soFar, CancellationToken cancellationToken)
    {
        Store(soFar);
        return ValueTask.CompletedTask;
    }

    public void Store(BurstResult result)
    {
        Stimuli.AddRange(result.Stimuli);

        foreach (var part in result.Children.Prepend(result))
        {
            _stored[part.State.InstanceId] = Serializer.Serialize(part.State);
        }
    }

    public WorkflowState Load(string id) => Serializer.Deserialize(_stored[id]);

    /// <summary>The instances of a definition, as they are stored.</summary>
    public IReadOnlyList<WorkflowState> Of(string definitionId) => [.. _stored.Keys.Select(Load).Where(state => state.DefinitionId == definitionId)];

    public ValueTask<PreparedWorkflow?> FindAsync(string definitionId, CancellationToken cancellationToken) => ValueTask.FromResult(workflows.GetValueOrDefault(definitionId));

    ValueTask<StoredChild?> IStoredChildren.FindAsync(string instanceId, CancellationToken cancellationToken) => ValueTask.FromResult(
        _stored.ContainsKey(instanceId) && Load(instanceId) is { } state ? new StoredChild(workflows[state.DefinitionId], state) : null);
}
