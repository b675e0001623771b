using System.Globalization;
using System.Text;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Analytics.Indicators;

/// <summary>
/// Rows as a file for tables: UTF-8 with BOM, <c>;</c>, CRLF, decimal comma — the technical profile of the presidential «обзор», which BI tools of the regions read.
/// </summary>
public static class IndicatorCsv
{
    private const string Header =
        "row_key;dataset;period_kind;period;from;to;oktmo;district;cell;source;block;category;subcategory;received;resolved;in_progress;overdue;deferred;reopened;refused;"
        + "on_time_share;avg_response_hours;median_response_hours;rating_avg;satisfied_share;per_1000_residents;suppressed;version;computed_at";

    private static readonly CultureInfo Numbers = new("ru-RU", useUserOverride: false);

    /// <summary>The whole file.</summary>
    public static byte[] Write(IEnumerable<(IndicatorRow Row, long Version, DateTimeOffset ComputedAt)> rows)
    {
        var text = new StringBuilder("\uFEFF").Append(Header).Append("\r\n");
        foreach (var (row, version, computedAt) in rows)
        {
            text.AppendJoin(';', Cells(row, version, computedAt).Select(Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<string?> Cells(IndicatorRow row, long version, DateTimeOffset computedAt)
    {
        var figures = row.Figures;
        return
        [
            row.Key, row.Dataset, EnumWord.Of(row.Period.Kind), row.Period.Value, Day(row.Period.From), Day(row.Period.To),
            row.Territory.Oktmo, row.Territory.District, row.Territory.Cell,
            row.Dimension.Source, row.Dimension.Block, row.Dimension.Category, row.Dimension.Subcategory,
            Number(figures?.Received), Number(figures?.Resolved), Number(figures?.InProgress), Number(figures?.Overdue), Number(figures?.Deferred),
            Number(figures?.Reopened), Number(figures?.Refused),
            Number(figures?.OnTimeShare), Number(figures?.AverageResponseHours), Number(figures?.MedianResponseHours), Number(figures?.RatingAverage),
            Number(figures?.SatisfiedShare), Number(figures?.PerThousandResidents),
            row.Suppressed ? "1" : "0", Number(version), computedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        ];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("0.####", Numbers);

    /// <summary>Names come from outside: a table must not take one for a formula.</summary>
    private static string Quoted(string? cell)
    {
        if (string.IsNullOrEmpty(cell))
        {
            return "";
        }

        var safe = cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny(";\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
