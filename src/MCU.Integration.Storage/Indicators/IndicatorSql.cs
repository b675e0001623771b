using System.Globalization;
using System.Text.Json;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Indicators;

internal static class IndicatorSql
{
    /// <summary>Of two that counted at once the first stays; the next count puts right what it missed.</summary>
    public static readonly Statement Save = Statement.Insert(
        "indicators",
        1,
        """
        on conflict (key) do update set version = excluded.version, computed_at = excluded.computed_at, document = excluded.document,
            handed_on = excluded.handed_on
            where excluded.version > indicators.version
        """,
        Column.Text("key"),
        Column.Text("dataset"),
        Column.Text("period_from"),
        Column.Long("version"),
        Column.Instant("computed_at"),
        Column.Text("document"),
        Column.Flag("handed_on"));

    public static object?[] Row(StoredIndicator stored) =>
    [
        stored.Row.Key,
        stored.Row.Dataset,
        DayText(stored.Row.Period.From),
        stored.Version,
        stored.ComputedAt,
        JsonSerializer.Serialize(stored.Row, DomainJson.Options),
        stored.HandedOn,
    ];

    /// <summary>Sorts as the day does.</summary>
    public static string DayText(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
