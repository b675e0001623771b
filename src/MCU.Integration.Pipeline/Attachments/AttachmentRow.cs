using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Attachments;

/// <summary>A file that an outside system holds; its content is fetched durably before it is passed on.</summary>
/// <param name="SubmissionId">The submission whose cases all have it; null when it belongs to one case.</param>
/// <param name="CaseId">The one case that it belongs to; null when it is the submission's.</param>
/// <param name="Adapter">The system that holds it.</param>
/// <param name="ExternalId">Its id there; unique with the adapter and whom it belongs to.</param>
/// <param name="Url">Where to fetch it, relative to the adapter's base address or absolute under it.</param>
/// <param name="Size">Bytes, as the outside system says or as fetched; null when not known.</param>
/// <param name="Sha256">What the outside system says of its content, lower-case hex; checked when fetched.</param>
/// <param name="BlobHash">SHA-256 of the stored content; null while it is not fetched.</param>
/// <param name="Problem">Why it cannot be had (too large, hash differs, gone); null otherwise.</param>
public sealed record AttachmentRow(
    AttachmentId Id,
    SubmissionId? SubmissionId,
    CaseId? CaseId,
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
