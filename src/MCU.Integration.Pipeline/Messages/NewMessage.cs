using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Messages;

/// <summary>A message about to be stored. Unique by (adapter, document type, dedup key) among those not rejected.</summary>
/// <param name="ContentHash">SHA-256 of the raw body, lower-case hex: tells a repetition from a reused key.</param>
/// <param name="OpenItems">Number of work items that have to finish before it is processed.</param>
public sealed record NewMessage(
    MessageId Id,
    string Adapter,
    MessageDirection Direction,
    string DocumentType,
    MessageState State,
    string DedupKey,
    string ContentHash,
    DateTimeOffset ReceivedAt,
    SealedBody Body,
    int Size,
    long ActiveSetId)
{
    public string? OrderKey { get; init; }

    public string? Revision { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Why it was rejected or is dead: a stable code such as <c>schema_violation</c>, <c>no_route</c>.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>JSON array of problems; carries pointers and codes, never values.</summary>
    public string? Detail { get; init; }

    public int OpenItems { get; init; }

    /// <summary>W3C trace parent of the request that brought it.</summary>
    public string? TraceParent { get; init; }
}
