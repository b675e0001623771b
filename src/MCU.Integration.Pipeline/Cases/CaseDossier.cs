using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>A case with everything that happened for it. Each event names its cause: message, workflow, activity, map and active set (promise 7).</summary>
/// <param name="Events">Oldest first.</param>
/// <param name="Messages">Newest first, at most 500.</param>
/// <param name="Deliveries">Newest first, at most 500.</param>
public sealed record CaseDossier(
    Case Case,
    IReadOnlyList<CaseEvent> Events,
    IReadOnlyList<Link> Links,
    IReadOnlyList<AttachmentRow> Attachments,
    IReadOnlyList<MessageRow> Messages,
    IReadOnlyList<DeliveryRow> Deliveries);
