using System.Collections.Frozen;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>The calendars that are in force. A year without a calendar is an error that is told, never a guess.</summary>
public sealed class CalendarSet
{
    private const int AlertMonth = 10;

    private readonly FrozenDictionary<int, WorkingCalendar> _years;

    /// <summary>Collects calendars; a later one of the same year replaces an earlier one.</summary>
    public CalendarSet(IEnumerable<WorkingCalendar> calendars)
    {
        Dictionary<int, WorkingCalendar> years = [];
        foreach (var calendar in calendars)
        {
            years[calendar.Year] = calendar;
        }

        _years = years.ToFrozenDictionary();
    }

    /// <summary>No calendar at all.</summary>
    public static CalendarSet Empty { get; } = new([]);

    /// <summary>The years that have a calendar, ascending.</summary>
    public IReadOnlyList<int> Years => [.. _years.Keys.Order()];

    /// <summary>The calendar of a year, or null.</summary>
    public WorkingCalendar? Find(int year) => _years.GetValueOrDefault(year);

    /// <summary>
    /// Years whose calendar has to be entered: this one, and from 1 October the next one too, because the decree is out by then
    /// and 30-day terms soon cross the year.
    /// </summary>
    /// <param name="today">The local date.</param>
    public IReadOnlyList<int> MissingYears(DateOnly today)
    {
        int[] needed = today.Month >= AlertMonth ? [today.Year, today.Year + 1] : [today.Year];
        return [.. needed.Where(year => !_years.ContainsKey(year))];
    }
}
