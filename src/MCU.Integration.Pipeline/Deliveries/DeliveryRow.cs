using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>What lists and the sender see of a delivery.</summary>
/// <param name="HeldBehind">The older undelivered one of its lane that it waits for; null when none.</param>
public sealed record DeliveryRow(
    DeliveryId Id,
    string Adapter,
    string Operation,
    string Lane,
    DeliveryState State,
    MessageId DocumentId,
    string DocumentType,
    CaseId? CaseId,
    MessageId? CausedBy,
    string? InstanceId,
    string? OutcomeHash,
    SentMark? Mark,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? FinishedAt,
    string? ReasonCode,
    string? Detail,
    DeliveryId? HeldBehind)
{
    /// <summary>It was given up once; a success after that is a recovery.</summary>
    public bool HasFailed { get; init; }
}
