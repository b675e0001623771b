using MCU.Integration.Workflows.State;

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

    /// <summary>False if there was nothing to do: the instance is over, or the bookmark is gone.</summary>
    public bool HasRun { get; init; } = true;
}
