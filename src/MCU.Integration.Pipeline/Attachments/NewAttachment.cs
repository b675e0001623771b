using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Attachments;

/// <summary>A file that an outside system holds for a case; its content is fetched durably before it is passed on.</summary>
/// <param name="Adapter">The system that holds it.</param>
/// <param name="ExternalId">Its id there; unique with the adapter.</param>
/// <param name="Url">Where to fetch it, relative to the adapter's base address or absolute under it.</param>
/// <param name="Sha256">What the outside system says of its content, lower-case hex; checked when fetched.</param>
public sealed record NewAttachment(
    AttachmentId Id,
    CaseId CaseId,
    string Adapter,
    string ExternalId,
    string Url,
    string Name,
    string MediaType,
    long? Size,
    string? Sha256,
    DateTimeOffset CreatedAt);
