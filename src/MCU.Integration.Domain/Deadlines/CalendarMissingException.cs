namespace MCU.Integration.Domain.Deadlines;

/// <summary>A year without a calendar, met in the middle of counting; <see cref="DeadlineCalculator"/> makes it a problem.</summary>
internal sealed class CalendarMissingException(int year) : Exception($"There is no calendar for {year}.")
{
    public int Year { get; } = year;
}
