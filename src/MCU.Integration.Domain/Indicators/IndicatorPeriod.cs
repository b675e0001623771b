using System.Globalization;

namespace MCU.Integration.Domain.Indicators;

/// <summary>A period of local days.</summary>
/// <param name="Value"><c>2026-11-23</c>, <c>2026-W48</c> or <c>2026-11</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record IndicatorPeriod(IndicatorPeriodKind Kind, string Value, DateOnly From, DateOnly To)
{
    /// <summary>The period that a day belongs to.</summary>
    public static IndicatorPeriod Of(IndicatorPeriodKind kind, DateOnly day) => kind switch
    {
        IndicatorPeriodKind.Day => new(kind, Invariant($"{day:yyyy-MM-dd}"), day, day),
        IndicatorPeriodKind.IsoWeek => OfWeek(day),
        _ => new(kind, Invariant($"{day:yyyy-MM}"), new(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1)),
    };

    /// <summary>The period that lies so many periods before.</summary>
    public IndicatorPeriod Back(int periods) => Of(Kind, Kind switch
    {
        IndicatorPeriodKind.Day => From.AddDays(-periods),
        IndicatorPeriodKind.IsoWeek => From.AddDays(-7 * periods),
        _ => From.AddMonths(-periods),
    });

    private static IndicatorPeriod OfWeek(DateOnly day)
    {
        var year = ISOWeek.GetYear(day);
        var week = ISOWeek.GetWeekOfYear(day);
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(IndicatorPeriodKind.IsoWeek, Invariant($"{year:d4}-W{week:d2}"), monday, monday.AddDays(6));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
