using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>An instance as a store would hold it: the state as bytes, so that every burst starts from what was written.</summary>
internal sealed class StoredInstance
{
    private static readonly WorkflowStateSerializer Serializer = new();

    private byte[] _state = [];

    public required string Id { get; init; }

    public required WorkflowDefinitionVersion Version { get; init; }

    public List<JournalEntry> Journal { get; } = [];

    public Dictionary<string, ActivityExecution> Executions { get; } = [];

    public Dictionary<string, Bookmark> Bookmarks { get; } = [];

    public WorkflowState Load() => Serializer.Deserialize(_state);

    public void Apply(BurstResult result)
    {
        _state = Serializer.Serialize(result.State);
        Journal.AddRange(result.Journal);

        foreach (var execution in result.Executions)
        {
            Executions[execution.Id] = execution;
        }

        foreach (var bookmark in result.Created)
        {
            Bookmarks[bookmark.Id] = bookmark;
        }

        foreach (var id in result.RemovedBookmarkIds)
        {
            Bookmarks.Remove(id);
        }
    }

    /// <summary>Changes the stored state, as the variables endpoint does.</summary>
    public void Edit(Action<WorkflowState> change)
    {
        var state = Load();
        change(state);
        _state = Serializer.Serialize(state);
    }
}
