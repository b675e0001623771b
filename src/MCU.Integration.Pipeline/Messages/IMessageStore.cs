using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Messages;

/// <summary>Reads of messages; writes happen at intake and in the committer.</summary>
public interface IMessageStore
{
    Task<MessageRow?> FindAsync(MessageId id, CancellationToken cancellation);

    /// <summary>Rows and raw bodies of several messages in one round trip; a missing id is left out.</summary>
    Task<IReadOnlyList<(MessageRow Row, SealedBody Raw)>> LoadAsync(IReadOnlyCollection<MessageId> ids, CancellationToken cancellation);

    Task<SealedBody?> BodyAsync(MessageId id, BodyPart part, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<Page<MessageRow>> ListAsync(MessageFilter filter, PageRequest page, CancellationToken cancellation);

    /// <summary>Messages received per minute and adapter since the given instant (both directions).</summary>
    Task<IReadOnlyList<MessageRate>> RatesAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>
    /// Sends a dead message round again: it waits, its dead work items become ready, or the given new items are added when it had none (no_route).
    /// False when it is not dead (a double click changes nothing).
    /// </summary>
    Task<bool> ReplayAsync(MessageId id, IReadOnlyList<Work.NewWorkItem> newItems, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null);
}
