using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Paging;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Alerts;

internal sealed class AlertStore(HubDatabase database, UuidV7Source ids) : IAlertStore
{
    private const string Select =
        "select id, kind, subject, adapter, detail, first_seen_at, last_seen_at, count, acknowledged_by, acknowledged_at, resolved_at from alerts";

    private static readonly Statement Resolve = Statement.Of(
        "update alerts set resolved_at = @p1 where id = @p0 and resolved_at is null and last_seen_at <= @p2",
        rows => $"update alerts as t set resolved_at = v.resolved_at from {rows} where t.id = v.id and t.resolved_at is null and t.last_seen_at <= v.judged_at",
        Column.Id("id"),
        Column.Instant("resolved_at"),
        Column.Instant("judged_at"));

    public Task<Page<AlertRow>> ListAsync(AlertFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var query = new ListQuery()
            .And("kind = @kind", "kind", filter.Kind is { } kind ? EnumWord.Of(kind) : null)
            .And("adapter = @adapter", "adapter", filter.Adapter);
        if (filter.Open is { } open)
        {
            query.And(open ? "resolved_at is null" : "resolved_at is not null");
        }

        return database.ReadAsync(
            session => query.PageAsync(session, Select, "last_seen_at", "id", page, Read, alert => new(alert.LastSeenAt, alert.Id), cancellation), cancellation);
    }

    public Task<AlertRow?> FindAsync(Guid id, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"{Select} where id = @id", new { id }, Read, cancellation), cancellation);

    public Task<int> CountNewAsync(string? adapter, CancellationToken cancellation) =>
        database.ReadAsync(
            async session =>
            {
                var query = new ListQuery().And("resolved_at is null").And("acknowledged_by is null").And("adapter = @adapter", "adapter", adapter);
                return (int)await session.ScalarAsync<long>($"select count(*) from alerts {query.Where}", query.Arguments, cancellation);
            },
            cancellation);

    public Task<IReadOnlyList<AlertRow>> OpenAsync(int max, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<AlertRow>>(
            async session => await session.QueryAsync($"{Select} where resolved_at is null order by last_seen_at, id limit @max", new { max }, Read, cancellation), cancellation);

    public Task StandAsync(IReadOnlyList<AlertRaise> causes, DateTimeOffset now, CancellationToken cancellation) =>
        causes.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(
                session =>
                {
                    session.Write(AlertSql.Stand, AlertSql.Rows(causes.Select(cause => (cause, 1L)), ids, now));
                    return Task.CompletedTask;
                },
                cancellation);

    public Task ResolveAsync(IReadOnlyCollection<Guid> gone, DateTimeOffset judgedAt, DateTimeOffset now, CancellationToken cancellation) =>
        gone.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(
                session =>
                {
                    session.Write(Resolve, [.. gone.Select(id => new object?[] { id, now, judgedAt })]);
                    return Task.CompletedTask;
                },
                cancellation);

    public Task<bool> AcknowledgeAsync(Guid id, string by, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null) =>
        database.WriteAsync(
            async session =>
            {
                var acknowledged = await session.ExecuteAsync(
                    "update alerts set acknowledged_by = @by, acknowledged_at = @now where id = @id and acknowledged_by is null", new { id, by, now }, cancellation) == 1;
                AuditSql.Write(session, acknowledged ? audit : null);
                return acknowledged;
            },
            cancellation);

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> StuckDeliveriesAsync(DateTimeOffset before, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyDictionary<string, DateTimeOffset>>(
            async session =>
            {
                // The expression is that of the index of open deliveries.
                var stuck = await session.QueryAsync(
                    """
                    select adapter, min(created_at) from deliveries
                    where coalesce(state, '') in ('waiting', 'held') and state <> 'delivered' and created_at < @before group by adapter
                    """,
                    new { before },
                    row => (Adapter: row.Text(), Since: row.Instant()),
                    cancellation);
                return stuck.ToDictionary(row => row.Adapter, row => row.Since);
            },
            cancellation);

    private static AlertRow Read(RowCursor row) => new(
        row.Guid(),
        row.Word<AlertKind>(),
        row.Text(),
        row.TextOrNull(),
        row.TextOrNull(),
        row.Instant(),
        row.Instant(),
        row.Long(),
        row.TextOrNull(),
        row.InstantOrNull(),
        row.InstantOrNull());
}
