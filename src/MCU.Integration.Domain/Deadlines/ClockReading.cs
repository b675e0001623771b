namespace MCU.Integration.Domain.Deadlines;

/// <summary>The end of a term.</summary>
/// <param name="DueAt">The last moment.</param>
/// <param name="RolledFrom">The last day before it was rolled; null when it was not.</param>
internal readonly record struct ClockReading(DateTimeOffset DueAt, DateOnly? RolledFrom);
