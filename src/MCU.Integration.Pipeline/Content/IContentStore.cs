using MCU.Integration.Pipeline.Audit;

namespace MCU.Integration.Pipeline.Content;

public interface IContentStore
{
    /// <summary>Id of the active set; 0 when nothing was ever published.</summary>
    Task<long> ActiveSetIdAsync(CancellationToken cancellation);

    /// <summary>All items of a set.</summary>
    Task<IReadOnlyList<ContentItem>> LoadAsync(long activeSetId, CancellationToken cancellation);

    /// <summary>
    /// Makes a new active set in one transaction: the items of <paramref name="basedOn"/>, with <paramref name="changes"/> replaced or added and
    /// <paramref name="removals"/> left out. Null when another set became active meanwhile (nothing is written).
    /// </summary>
    Task<ActiveSetRow?> PublishAsync(
        long basedOn,
        IReadOnlyList<NewContent> changes,
        IReadOnlyList<(ContentKind Kind, string Key)> removals,
        string author,
        string? comment,
        DateTimeOffset now,
        CancellationToken cancellation,
        AuditEntry? audit = null);

    Task<IReadOnlyList<ContentItem>> VersionsAsync(ContentKind kind, string key, CancellationToken cancellation);

    Task<IReadOnlyList<ActiveSetRow>> SetsAsync(int max, CancellationToken cancellation);

    /// <summary>Changes whenever the active set or any trigger changes; nodes poll it and are woken by it.</summary>
    Task<long> GenerationAsync(CancellationToken cancellation);
}
