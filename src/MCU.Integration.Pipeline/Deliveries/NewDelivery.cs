using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>A delivery about to be stored, with its outbound message.</summary>
/// <param name="Lane">Deliveries of one (adapter, lane) go out one after the other: the case id, or the order key until a case exists.</param>
/// <param name="Document">The outbound message (direction Out, state Outbound); its body is the document in the adapter's own schema.</param>
public sealed record NewDelivery(
    DeliveryId Id,
    string Adapter,
    string Operation,
    string Lane,
    NewMessage Document,
    DateTimeOffset DueAt,
    DateTimeOffset CreatedAt)
{
    public CaseId? CaseId { get; init; }

    /// <summary>The message that caused it.</summary>
    public MessageId? CausedBy { get; init; }

    /// <summary>Instance whose bookmark waits for the outcome.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Bookmark hash of those who wait for the outcome; null = nobody can.</summary>
    public string? OutcomeHash { get; init; }

    /// <summary>The status that it carries: written to the link when it is delivered, so that its echo is recognised.</summary>
    public SentMark? Mark { get; init; }

    /// <summary>Deliveries with one supersede key replace each other while waiting; null = never superseded.</summary>
    public string? SupersedeKey { get; init; }
}
