namespace MCU.Integration.Domain.Deadlines;

/// <summary>A span in which a clock that may be paused stood still.</summary>
/// <param name="From">When it stopped.</param>
/// <param name="To">When it went on; null while it stands.</param>
public sealed record PausedSpan(DateTimeOffset From, DateTimeOffset? To);
