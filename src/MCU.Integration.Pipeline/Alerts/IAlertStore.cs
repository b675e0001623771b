using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Paging;

namespace MCU.Integration.Pipeline.Alerts;

/// <summary>Alerts; what bursts raise is written by the committer.</summary>
public interface IAlertStore
{
    /// <summary>Newest first.</summary>
    Task<Page<AlertRow>> ListAsync(AlertFilter filter, PageRequest page, CancellationToken cancellation);

    Task<AlertRow?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>How many stand and were not acknowledged.</summary>
    /// <param name="adapter">Only those of this adapter; null = all.</param>
    Task<int> CountNewAsync(string? adapter, CancellationToken cancellation);

    /// <summary>Those whose cause stands, at most so many, longest unseen first.</summary>
    Task<IReadOnlyList<AlertRow>> OpenAsync(int max, CancellationToken cancellation);

    /// <summary>Keeps causes that stand: each is made or seen again, none is counted twice.</summary>
    Task StandAsync(IReadOnlyList<AlertRaise> causes, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Ends those whose cause is gone, unless they were seen after <paramref name="judgedAt"/>.</summary>
    Task ResolveAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset judgedAt, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>False when there is no such alert or somebody did already.</summary>
    Task<bool> AcknowledgeAsync(Guid id, string by, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null);

    /// <summary>Since when the oldest delivery of each adapter waits or is held, where that is before the given instant.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> StuckDeliveriesAsync(DateTimeOffset before, CancellationToken cancellation);
}
