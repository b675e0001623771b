namespace MCU.Integration.Pipeline.Alerts;

/// <summary>One cause, whatever the number of times that it was met.</summary>
/// <param name="Count">How often it was met; a standing cause counts once.</param>
/// <param name="AcknowledgedBy">Who has taken notice; empty again when the cause comes back after it was gone.</param>
/// <param name="ResolvedAt">When its cause was found to be gone; null while it stands.</param>
public sealed record AlertRow(
    Guid Id,
    AlertKind Kind,
    string Subject,
    string? Adapter,
    string? Detail,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    long Count,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ResolvedAt);
