using System.Collections;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>Working days of one year: Monday to Friday, less days off, plus working weekends.</summary>
public sealed class WorkingCalendar
{
    private readonly BitArray _working;
    private readonly BitArray _shortened;

    /// <summary>Builds the calendar of a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="daysOff">Holidays and days moved by decree; weekends need not be named.</param>
    /// <param name="workingWeekends">Saturdays and Sundays that are worked.</param>
    /// <param name="shortened">Working days that end one hour earlier.</param>
    /// <exception cref="ArgumentException">A date belongs to another year.</exception>
    public WorkingCalendar(int year, IEnumerable<DateOnly> daysOff, IEnumerable<DateOnly> workingWeekends, IEnumerable<DateOnly> shortened)
    {
        Year = year;
        var days = DateTime.IsLeapYear(year) ? 366 : 365;
        _working = new(days);
        _shortened = new(days);
        for (var i = 0; i < days; i++)
        {
            _working[i] = !IsWeekend(new DateOnly(year, 1, 1).AddDays(i));
        }

        foreach (var day in daysOff)
        {
            _working[Index(day)] = false;
        }

        foreach (var day in workingWeekends)
        {
            _working[Index(day)] = true;
        }

        foreach (var day in shortened)
        {
            _shortened[Index(day)] = true;
        }

        for (var i = 0; i < days; i++)
        {
            WorkingDays += _working[i] ? 1 : 0;
        }
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>How many working days it has.</summary>
    public int WorkingDays { get; }

    /// <summary>Whether a date is a Saturday or a Sunday.</summary>
    public static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Whether a day of this year is worked.</summary>
    public bool IsWorking(DateOnly date) => _working[Index(date)];

    /// <summary>Whether a day of this year is worked and one hour shorter.</summary>
    public bool IsShortened(DateOnly date) => _working[Index(date)] && _shortened[Index(date)];

    private int Index(DateOnly date) =>
        date.Year == Year ? date.DayOfYear - 1 : throw new ArgumentException($"{date:O} is not a day of {Year}.", nameof(date));
}
