using System.Globalization;
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

    /// <summary>How often it was sent as new: the keys of its steps differ from those of the issue before.</summary>
    public int Issue { get; init; }

    /// <summary>What the keys of its steps are made from: the same for each retry and each replay.</summary>
    public string EffectKey() => Issue == 0 ? Id.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Id}~{Issue}");
}
