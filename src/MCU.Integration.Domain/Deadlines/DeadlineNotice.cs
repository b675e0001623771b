namespace MCU.Integration.Domain.Deadlines;

/// <summary>Somebody was told that a term ends.</summary>
/// <param name="Level">How far it had come.</param>
/// <param name="DueAt">The term it was about: another term is told anew.</param>
public sealed record DeadlineNotice(DeadlineNoticeLevel Level, DateTimeOffset DueAt);
