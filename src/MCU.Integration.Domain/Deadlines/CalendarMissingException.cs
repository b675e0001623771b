namespace MCU.Integration.Domain.Deadlines;

/// <summary>A year without a calendar, met in the middle of counting; <see cref="DeadlineCalculator"/> makes it a problem.</summary>
/// <param name="year">The year.</param>
public sealed class CalendarMissingException(int year) : Exception($"There is no calendar for {year}.")
{
    /// <summary>The year.</summary>
    public int Year { get; } = year;
}
