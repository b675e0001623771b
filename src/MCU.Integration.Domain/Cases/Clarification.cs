namespace MCU.Integration.Domain.Cases;

/// <summary>Overlay: the applicant was asked and has not answered yet.</summary>
/// <param name="Since">When the question went out.</param>
/// <param name="Until">The applicant's term, if there is one.</param>
public sealed record Clarification(DateTimeOffset Since, DateTimeOffset? Until);
