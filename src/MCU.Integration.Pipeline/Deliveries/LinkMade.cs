using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>The outside record that a delivery created or changed: the link is inserted unless it exists, then takes the mark.</summary>
/// <param name="NewId">Id of the link when it is new.</param>
/// <param name="Mark">The status that was sent; null when the delivery carried none.</param>
public sealed record LinkMade(LinkId NewId, CaseId CaseId, string Adapter, string RecordType, string ExternalId, SentMark? Mark);
