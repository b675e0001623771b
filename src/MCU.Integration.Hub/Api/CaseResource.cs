using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Hub.Api;

/// <summary>A case as the API shows it, with everything that happened for it.</summary>
internal sealed record CaseResource(
    Case Case,
    IReadOnlyList<CaseEvent> Events,
    IReadOnlyList<Link> Links,
    IReadOnlyList<CaseResource.File> Files,
    IReadOnlyList<MessageResource> Messages,
    IReadOnlyList<DeliveryRow> Deliveries)
{
    public static CaseResource Of(CaseDossier dossier) => new(
        dossier.Case,
        dossier.Events,
        dossier.Links,
        [.. dossier.Attachments.Select(file => new File(file.Id, file.Adapter, file.Name, file.MediaType, file.Size, file.BlobHash is not null, file.Problem))],
        [.. dossier.Messages.Select(MessageResource.Of)],
        dossier.Deliveries);

    /// <param name="Fetched">Whether the hub holds its content.</param>
    /// <param name="Problem">Why it cannot be had.</param>
    internal sealed record File(AttachmentId Id, string Adapter, string Name, string MediaType, long? Size, bool Fetched, string? Problem);
}
