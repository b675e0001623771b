using MCU.Integration.Domain.Ids;
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
    CaseId? CaseId,
    int Size,
    long ActiveSetId,
    string? TraceParent);
