using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Paging;
using MCU.Integration.Storage.Statements;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.Instances;

internal sealed class InstanceStore(HubDatabase database, BookmarkHashes keyed) : IInstanceStore
{
    private static readonly Statement Delete = Statement.Delete("instances", Column.Text("id"));

    private static readonly Statement LanesOfWork = Statement.Select(
        "t.order_key", "work_items t", "and t.message_id is null and t.order_key is not null", string.Empty, "t", Column.Text("instance_id"));

    private static readonly Statement DeleteWork = Statement.Of(
        "delete from work_items where instance_id = @p0 and message_id is null",
        keys => $"delete from work_items as t using {keys} where t.instance_id = v.instance_id and t.message_id is null",
        Column.Text("instance_id"));

    private static readonly Statement Existing = Statement.Select("t.id", "instances t", string.Empty, "order by t.id", "t", Column.Text("id"));

    private static readonly Statement BookmarksByHash = Bookmarks(Column.Text("hash"));
    private static readonly Statement BookmarksByCorrelation = Bookmarks(Column.Text("hash"), Column.Text("correlation_id"));
    private static readonly Statement BookmarksByInstance = Bookmarks(Column.Text("hash"), Column.Text("instance_id"));

    public async Task<(InstanceRow Row, SealedBody State)?> LoadAsync(string instanceId, CancellationToken cancellation)
    {
        var found = await LoadAsync([instanceId], cancellation);
        return found.Count == 0 ? null : found[0];
    }

    public Task<IReadOnlyList<(InstanceRow Row, SealedBody State)>> LoadAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<(InstanceRow, SealedBody)>>(
            async session =>
            {
                var rows = session.Read(InstanceSql.Load, [.. instanceIds.Select(id => new object?[] { id })], row => (InstanceSql.Read(row), row.Sealed()));
                await session.FlushAsync(cancellation);
                return rows;
            },
            cancellation);

    public Task<InstanceRow?> FindAsync(string instanceId, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync($"select {InstanceSql.Columns} from instances t where t.id = @instanceId", new { instanceId }, InstanceSql.Read, cancellation),
            cancellation);

    public Task<(IReadOnlyList<InstanceRow> Items, long Total)> ListAsync(InstanceFilter filter, int? page, int? pageSize, CancellationToken cancellation) =>
        database.ReadAsync<(IReadOnlyList<InstanceRow>, long)>(
            async session =>
            {
                var query = new InstanceQuery(filter, session.Provider);
                var total = await CountedPage.TotalAsync(session, "instances t", query.Conditions, cancellation);
                var items = await session.QueryAsync(query.Select(page, pageSize), query.Conditions.Arguments, InstanceSql.Read, cancellation);
                return (items, total);
            },
            cancellation);

    public Task<IReadOnlyList<BookmarkRow>> FindBookmarksAsync(
        IReadOnlyCollection<string> hashes, string? correlationId, string? instanceId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<BookmarkRow>>(
            async session =>
            {
                // A million instances may wait for one event, each for its own case.
                var (statement, key) = instanceId is not null ? (BookmarksByInstance, instanceId)
                    : correlationId is not null ? (BookmarksByCorrelation, correlationId)
                    : (BookmarksByHash, null);
                var asked = hashes.Distinct().ToDictionary(keyed.Of);
                var rows = session.Read(statement, [.. asked.Keys.Select(hash => key is null ? new object?[] { hash } : [hash, key])], InstanceSql.ReadBookmark);
                await session.FlushAsync(cancellation);
                return
                [
                    .. from row in rows
                       where correlationId is null || row.CorrelationId == correlationId
                       orderby row.CreatedAt
                       select row with { Hash = asked[row.Hash] },
                ];
            },
            cancellation);

    public Task<IReadOnlyList<BookmarkRow>> BookmarksOfAsync(string instanceId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<BookmarkRow>>(
            async session => await session.QueryAsync(
                $"select {InstanceSql.BookmarkColumns} from bookmarks t where t.instance_id = @instanceId order by t.created_at, t.id",
                new { instanceId },
                InstanceSql.ReadBookmark,
                cancellation),
            cancellation);

    public Task<IReadOnlyList<HttpTemplate>> HttpTemplatesAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<HttpTemplate>>(
            async session => await session.QueryAsync(
                "select template, method from http_templates order by template, method", null, row => new HttpTemplate(row.Text(), row.Text()), cancellation),
            cancellation);

    public Task<IReadOnlyList<JournalPage>> JournalAsync(string instanceId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<JournalPage>>(
            async session => await session.QueryAsync(
                "select instance_id, first_sequence, entry_count, key_id, cipher from journal where instance_id = @instanceId order by first_sequence",
                new { instanceId },
                row => new JournalPage(row.Text(), row.Long(), row.Int(), row.Sealed()),
                cancellation),
            cancellation);

    public Task<int> DeleteAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation, Func<int, AuditEntry>? audit = null) =>
        database.WriteAsync(
            async session =>
            {
                // Bookmarks, timers, state and journal go with the row. Items of messages end by themselves, since their message counts them.
                var keys = instanceIds.Select(id => new object?[] { id }).ToList();
                var lanes = session.Read(LanesOfWork, keys, row => row.Text());
                var existing = session.Read(Existing, keys, row => row.Text());
                session.Write(Delete, keys);
                session.Write(DeleteWork, keys);
                await session.FlushAsync(cancellation);

                // Not only lanes of instances: an item that goes on behind its commit keeps the key of its case.
                session.Write(WorkSql.Unpark, [.. lanes.Select(key => new object?[] { key })]);
                AuditSql.Write(session, audit?.Invoke(existing.Count));
                return existing.Count;
            },
            cancellation);

    public Task<bool> AnyRunningAsync(ActivationGate gate, CancellationToken cancellation) =>
        database.ReadAsync(session => RunningInstances.AnyAsync(session, gate, cancellation), cancellation);

    private static Statement Bookmarks(params Column[] keys) => Statement.Select(InstanceSql.BookmarkColumns, "bookmarks t", string.Empty, string.Empty, null, keys);
}
