using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>The new state of one instance.</summary>
/// <param name="ExpectedVersion">Row version that was read; 0 = the instance is new.</param>
/// <param name="Journal">Journal entries and activity executions of this burst; null when there are none.</param>
public sealed record InstanceWrite(
    InstanceRow Row,
    int ExpectedVersion,
    SealedBody State,
    IReadOnlyList<BookmarkRow> AddedBookmarks,
    IReadOnlyList<string> RemovedBookmarkIds,
    JournalPage? Journal)
{
    /// <summary>Start only when no instance counted by this gate is running; the start is dropped otherwise. Null = always start.</summary>
    public ActivationGate? Gate { get; init; }

    /// <summary>The draft that a new instance is started on, kept with it; null for a published version.</summary>
    public DefinitionSnapshot? Snapshot { get; init; }
}
