namespace MCU.Integration.Pipeline.Retention;

/// <summary>Erases what is old, so many rows a transaction. Each returns how many it erased; fewer than asked for = nothing more is due.</summary>
public interface IRetentionStore
{
    /// <summary>Bodies of messages received before: processed or rejected ones, and outbound ones whose delivery is over.</summary>
    Task<int> EraseBodiesAsync(DateTimeOffset before, int max, CancellationToken cancellation);

    /// <summary>Files that came before, of cases that are over. Their content goes when no other row names it.</summary>
    Task<int> EraseAttachmentsAsync(DateTimeOffset before, int max, CancellationToken cancellation);

    Task<int> DeleteRepliesAsync(DateTimeOffset before, int max, CancellationToken cancellation);

    /// <summary>Instances that finished or were cancelled before; faulted ones wait for a person.</summary>
    Task<int> DeleteInstancesAsync(DateTimeOffset before, int max, CancellationToken cancellation);

    /// <summary>Alerts whose cause was gone before.</summary>
    Task<int> DeleteAlertsAsync(DateTimeOffset before, int max, CancellationToken cancellation);

    /// <summary>Forgets routes with parameters at which no instance waits any more: each is matched against every request that no trigger takes.</summary>
    Task<int> DeleteUnusedRoutesAsync(CancellationToken cancellation);

    /// <summary>
    /// Destroys data keys of months before this one that seal nothing any more: copies of what they sealed, in backups too, can no longer be read.
    /// Returns class and month of each.
    /// </summary>
    Task<IReadOnlyList<string>> DestroyUnusedKeysAsync(DateOnly before, CancellationToken cancellation);
}
