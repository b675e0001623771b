using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Paging;

namespace MCU.Integration.Pipeline.Deliveries;

public interface IDeliveryStore
{
    /// <summary>
    /// Claims up to <paramref name="max"/> due deliveries of one adapter, oldest first, at most one a lane, none while an older one of its lane is
    /// undelivered (Waiting, Held, or Dead that is not released). Counts and records the attempt in the same transaction.
    /// </summary>
    Task<IReadOnlyList<LeasedDelivery>> ClaimAsync(string adapter, int max, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Records a finished step at once, before the next one is made. False when the lease is lost.</summary>
    Task<bool> RecordStepAsync(DeliveryLease lease, StepRecord step, CancellationToken cancellation);

    /// <summary>Ends attempts, in one transaction; results of lost leases are dropped (false).</summary>
    Task<IReadOnlyList<bool>> FinishAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellation);

    /// <summary>When the next delivery of each adapter is due (adapters with none are left out).</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> NextDueAsync(CancellationToken cancellation);

    /// <summary>The waiting delivery that was created first; null when none waits. Its age tells how far behind the hub is.</summary>
    Task<DeliveryRow?> OldestWaitingAsync(CancellationToken cancellation);

    /// <summary>Deliveries of a case to an adapter that are not over: waiting, held, or dead and not released; oldest first.</summary>
    Task<IReadOnlyList<DeliveryRow>> OpenAsync(CaseId caseId, string adapter, CancellationToken cancellation);

    Task<DeliveryRow?> FindAsync(DeliveryId id, CancellationToken cancellation);

    Task<IReadOnlyList<StepRecord>> StepsAsync(DeliveryId id, CancellationToken cancellation);

    Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(DeliveryId id, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<Page<DeliveryRow>> ListAsync(DeliveryFilter filter, PageRequest page, CancellationToken cancellation);

    /// <summary>Makes a dead, refused or held delivery wait again with the same keys. False when it is in no such state, or its document was erased.</summary>
    Task<bool> ReplayAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null);

    /// <summary>
    /// Makes a delivery that is over, or held, wait again under new keys, with none of its steps done: what was sent before does not count. False when it waits
    /// already or was superseded, or when its document was erased.
    /// </summary>
    Task<bool> SendAsNewAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null);

    /// <summary>Lets younger deliveries of its lane pass a dead or held one. False when it is in no such state or released already.</summary>
    Task<bool> ReleaseAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null);
}
