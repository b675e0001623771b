using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Alerts;

internal static class AlertSql
{
    // A cause that comes back after it was gone begins anew: nobody knows of it.
    private const string Conflict = """
        on conflict (kind, subject) do update set adapter = excluded.adapter, detail = excluded.detail, last_seen_at = excluded.last_seen_at, resolved_at = null,
            first_seen_at = case when alerts.resolved_at is null then alerts.first_seen_at else excluded.first_seen_at end,
            acknowledged_by = case when alerts.resolved_at is null then alerts.acknowledged_by end,
            acknowledged_at = case when alerts.resolved_at is null then alerts.acknowledged_at end,
            count = 
        """;

    /// <summary>A cause that was met so often.</summary>
    public static readonly Statement Meet = Statement.Insert(
        "alerts", 2, Conflict + "case when alerts.resolved_at is null then alerts.count else 0 end + excluded.count", Columns());

    /// <summary>A cause that stands.</summary>
    public static readonly Statement Stand = Statement.Insert(
        "alerts", 2, Conflict + "case when alerts.resolved_at is null then alerts.count else excluded.count end", Columns());

    /// <summary>Rows in the order of their keys, so that two transactions do not wait for each other in a circle.</summary>
    public static IReadOnlyList<object?[]> Rows(IEnumerable<(AlertRaise Cause, long Count)> causes, UuidV7Source ids, DateTimeOffset now) =>
    [
        .. causes.GroupBy(met => (met.Cause.Kind, met.Cause.Subject))
            .OrderBy(met => met.Key.Kind).ThenBy(met => met.Key.Subject, StringComparer.Ordinal)
            .Select(met => new object?[]
            {
                EnumWord.Of(met.Key.Kind), met.Key.Subject, ids.Next(), met.Last().Cause.Adapter, met.Last().Cause.Detail, now, now, met.Sum(one => one.Count),
            }),
    ];

    private static Column[] Columns() =>
    [
        Column.Text("kind"),
        Column.Text("subject"),
        Column.Id("id"),
        Column.Text("adapter"),
        Column.Text("detail"),
        Column.Instant("first_seen_at"),
        Column.Instant("last_seen_at"),
        Column.Long("count"),
    ];
}
