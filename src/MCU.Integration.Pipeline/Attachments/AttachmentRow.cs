using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Attachments;

/// <param name="BlobHash">SHA-256 of the stored content; null while it is not fetched.</param>
/// <param name="Problem">Why it cannot be had (too large, hash differs, gone); null otherwise.</param>
public sealed record AttachmentRow(
    AttachmentId Id,
    CaseId CaseId,
    string Adapter,
    string ExternalId,
    string Url,
    string Name,
    string MediaType,
    long? Size,
    string? Sha256,
    string? BlobHash,
    string? Problem,
    DateTimeOffset CreatedAt);
