using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Messages;

/// <summary>What lists and the burst see of a stored message; the body is read apart.</summary>
public sealed record MessageRow(
    MessageId Id,
    string Adapter,
    MessageDirection Direction,
    string DocumentType,
    MessageState State,
    string DedupKey,
    string? OrderKey,
    string? Revision,
    string ContentHash,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? OccurredAt,
    DateTimeOffset? FinishedAt,
    string? ReasonCode,
    string? Detail,
    int Size,
    long ActiveSetId,
    string? TraceParent)
{
    /// <summary>The cases that it concerns, as far as they are known; several when a submission has several questions.</summary>
    public ValueList<CaseId> CaseIds { get; init; }
}
