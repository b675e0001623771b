using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>A whole instance: what it needs to go on, and what it did.</summary>
public sealed record InstanceCopy(WorkflowState State, IReadOnlyList<JournalEntry> Journal, IReadOnlyList<ActivityExecution> Executions)
{
    /// <summary>Whether nothing is missing that is never null in an instance of the hub's own making: a reader of JSON lets it pass.</summary>
    public bool IsWhole =>
        State is { InstanceId: not null, DefinitionId: not null, DefinitionVersionId: not null, Input: not null, Output: not null, Properties: not null }
        && State is { Activities: not null, Bookmarks: not null, Incidents: not null, Scheduled: not null }
        && State.Activities.TrueForAll(run => run is { Id: not null, NodeId: not null })
        && State.Bookmarks.TrueForAll(bookmark => bookmark is { Id: not null, Hash: not null, StimulusName: not null, ActivityId: not null, ActivityNodeId: not null, ActivityInstanceId: not null })
        && State.Incidents.TrueForAll(incident => incident is not null)
        && State.Scheduled.TrueForAll(item => item is not null)
        && Journal.All(entry => entry is { Id: not null, ActivityInstanceId: not null, ActivityNodeId: not null })
        && Executions.All(execution => execution is { Id: not null, ActivityId: not null, ActivityNodeId: not null });
}
