using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>Reads of workflow instances, bookmarks and journal; writes go through the committer.</summary>
public interface IInstanceStore
{
    Task<(InstanceRow Row, SealedBody State)?> LoadAsync(string instanceId, CancellationToken cancellation);

    Task<IReadOnlyList<(InstanceRow Row, SealedBody State)>> LoadAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation);

    Task<InstanceRow?> FindAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Zero-based pages with a total, as Elsa Studio asks for them.</summary>
    Task<(IReadOnlyList<InstanceRow> Items, long Total)> ListAsync(InstanceFilter filter, int? page, int? pageSize, CancellationToken cancellation);

    /// <summary>Bookmarks that wait for one of these hashes, optionally only of one correlation or instance.</summary>
    Task<IReadOnlyList<BookmarkRow>> FindBookmarksAsync(IReadOnlyCollection<string> hashes, string? correlationId, string? instanceId, CancellationToken cancellation);

    /// <summary>Where an instance waits. The hashes are as they are stored: keyed.</summary>
    Task<IReadOnlyList<BookmarkRow>> BookmarksOfAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Templates with parameters that instances wait, or have waited, at.</summary>
    Task<IReadOnlyList<HttpTemplate>> HttpTemplatesAsync(CancellationToken cancellation);

    /// <summary>All journal pages of an instance, oldest first.</summary>
    Task<IReadOnlyList<JournalPage>> JournalAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Deletes instances with bookmarks, timers, journal and the work that was left for them; returns how many existed.</summary>
    /// <param name="audit">The entry that is written with it, made of their number.</param>
    Task<int> DeleteAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation, Func<int, AuditEntry>? audit = null);

    /// <summary>Running instances that match the gate (activation strategies).</summary>
    Task<bool> AnyRunningAsync(Commits.ActivationGate gate, CancellationToken cancellation);
}
