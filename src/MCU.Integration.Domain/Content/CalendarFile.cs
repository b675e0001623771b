using System.Globalization;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Format of <c>rules/calendars/*.json</c>: the working days of one year.</summary>
public static class CalendarFile
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Parses a calendar. It has to name its number of working days, so that a forgotten holiday is noticed.</summary>
    public static ContentResult<WorkingCalendar> Parse(ReadOnlyMemory<byte> bytes) => ContentParser.Parse(bytes, Read);

    private static WorkingCalendar Read(ObjectReader file)
    {
        var year = file.Integer("year", FirstYear, LastYear);
        file.OptionalText("source");
        var expected = file.Integer("workingDays", 1, 366);
        var daysOff = file.Dates("daysOff");
        var workingWeekends = file.Dates("workingWeekends");
        var shortened = file.Dates("shortened");
        if (daysOff.IsEmpty)
        {
            file.Missing("daysOff", 0);
        }

        CheckDays(file, "daysOff", daysOff, year, day => !workingWeekends.Contains(day), "is also named as worked");
        CheckDays(file, "workingWeekends", workingWeekends, year, WorkingCalendar.IsWeekend, "is no Saturday or Sunday");
        var calendar = new WorkingCalendar(year, OfYear(daysOff, year), OfYear(workingWeekends, year), OfYear(shortened, year));
        CheckDays(file, "shortened", shortened, year, calendar.IsWorking, "is not a working day");
        if (calendar.WorkingDays != expected)
        {
            file.Report(
                "workingDays",
                RuleProblemCodes.WorkingDayCount,
                string.Create(CultureInfo.InvariantCulture, $"The days give {calendar.WorkingDays} working days, the file says {expected}."));
        }

        return calendar;
    }

    private static void CheckDays(ObjectReader file, string name, ValueList<DateOnly> days, int year, Func<DateOnly, bool> holds, string otherwise)
    {
        foreach (var (index, day) in days.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{file.PointerTo(name)}/{index}");
            if (day.Year != year)
            {
                file.ReportAt(at, RuleProblemCodes.WrongDay, string.Create(CultureInfo.InvariantCulture, $"The day is not in {year}."));
            }
            else if (!holds(day))
            {
                file.ReportAt(at, RuleProblemCodes.WrongDay, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {otherwise}."));
            }
        }
    }

    private static IEnumerable<DateOnly> OfYear(ValueList<DateOnly> days, int year) => days.Where(day => day.Year == year);
}
