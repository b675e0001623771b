using MCU.Integration.Workflows.Composition;
using MCU.Integration.Workflows.State;
using MCU.Integration.Workflows.Tasks;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>What a burst did: the new state, and the differences that other tables need.</summary>
public sealed record BurstResult
{
    /// <summary>The new state.</summary>
    public required WorkflowState State { get; init; }

    /// <summary>Bookmarks that were created and are to be stored.</summary>
    public IReadOnlyList<Bookmark> Created { get; init; } = [];

    /// <summary>Ids of stored bookmarks that are gone. Those of a faulted instance are, until it is retried.</summary>
    public IReadOnlyList<string> RemovedBookmarkIds { get; init; } = [];

    /// <summary>New lines of the journal.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];

    /// <summary>Runs that began or changed; to be stored by id.</summary>
    public IReadOnlyList<ActivityExecution> Executions { get; init; } = [];

    /// <summary>
    /// Stimuli to send with the commit: published events, and what a parent waits for when this instance, or one of
    /// <see cref="Children"/>, is over.
    /// </summary>
    public IReadOnlyList<SentStimulus> Stimuli { get; init; } = [];

    /// <summary>Child workflows to start after the commit, each in a burst of its own.</summary>
    public IReadOnlyList<ChildDispatch> Dispatches { get; init; } = [];

    /// <summary>Tasks that somebody outside is asked to do.</summary>
    public IReadOnlyList<TaskRequest> Tasks { get; init; } = [];

    /// <summary>
    /// Child workflows that ran inside this burst, to be stored with it; grandchildren included, at most one result per instance.
    /// Their stimuli, dispatches and tasks are in the lists of this result.
    /// </summary>
    public IReadOnlyList<BurstResult> Children { get; init; } = [];

    /// <summary>False if there was nothing to do: the instance is over, or the bookmark is gone.</summary>
    public bool HasRun { get; init; } = true;
}
