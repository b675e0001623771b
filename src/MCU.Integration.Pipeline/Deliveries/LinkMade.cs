using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>The outside record that a delivery created, or the status and revision that it left there.</summary>
/// <param name="NewId">Id of the link when it is new.</param>
/// <param name="ContentHash">Hash of what we sent: an identical document that comes back is an echo.</param>
public sealed record LinkMade(
    LinkId NewId,
    CaseId CaseId,
    string Adapter,
    string RecordType,
    string ExternalId,
    string? StatusSent,
    string? RevisionSent,
    string? ContentHash,
    DateTimeOffset At);
