namespace MCU.Integration.Domain.Cases;

/// <summary>When, by whom and why: what all events of one decision share.</summary>
/// <param name="OccurredAt">When it happened, by the source's own clock if it has one.</param>
/// <param name="RecordedAt">When the hub learned of it.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Cause">What led to it.</param>
public sealed record CaseStamp(DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, CaseActor Actor, CaseCause Cause);
