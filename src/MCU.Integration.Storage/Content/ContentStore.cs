using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Content;

internal sealed class ContentStore(HubDatabase database, IWakeUp wakeUp) : IContentStore
{
    private const string ItemColumns = "v.kind, v.key, v.version, v.hash, v.origin, v.path, v.author, v.body, v.created_at";

    public Task<long> ActiveSetIdAsync(CancellationToken cancellation) =>
        database.ReadAsync(session => session.ScalarAsync<long>("select value from hub_state where name = 'active_set'", null, cancellation), cancellation);

    public Task<long> GenerationAsync(CancellationToken cancellation) =>
        database.ReadAsync(session => session.ScalarAsync<long>("select value from hub_state where name = 'generation'", null, cancellation), cancellation);

    public Task<IReadOnlyList<ContentItem>> LoadAsync(long activeSetId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ContentItem>>(
            async session => await session.QueryAsync(
                $"""
                select {ItemColumns} from active_set_items i join content_versions v on v.kind = i.kind and v.key = i.key and v.version = i.version
                where i.set_id = @activeSetId order by v.kind, v.key
                """,
                new { activeSetId },
                Read,
                cancellation),
            cancellation);

    public Task<IReadOnlyList<ContentItem>> VersionsAsync(ContentKind kind, string key, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ContentItem>>(
            async session => await session.QueryAsync(
                $"select {ItemColumns} from content_versions v where v.kind = @kind and v.key = @key order by v.version desc",
                new { kind = EnumWord.Of(kind), key },
                Read,
                cancellation),
            cancellation);

    public Task<IReadOnlyList<ActiveSetRow>> SetsAsync(int max, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ActiveSetRow>>(
            async session => await session.QueryAsync(
                "select id, author, comment, created_at from active_sets order by id desc limit @max",
                new { max },
                row => new ActiveSetRow(row.Long(), row.Text(), row.TextOrNull(), row.Instant()),
                cancellation),
            cancellation);

    public async Task<ActiveSetRow?> PublishAsync(
        long basedOn,
        IReadOnlyList<NewContent> changes,
        IReadOnlyList<(ContentKind Kind, string Key)> removals,
        string author,
        string? comment,
        DateTimeOffset now,
        CancellationToken cancellation,
        AuditEntry? audit = null)
    {
        var published = await database.WriteAsync(
            async session =>
            {
                // Intake holds this lock shared: what it routed by the old set is committed before the new one counts.
                session.Lock(AdvisoryLocks.ActiveSet, shared: false);
                await session.FlushAsync(cancellation);
                var taken = await session.ExecuteAsync(
                    "update hub_state set value = value + 1 where name = 'active_set' and value = @basedOn", new { basedOn }, cancellation);
                if (taken == 0)
                {
                    return null;
                }

                var set = new ActiveSetRow(basedOn + 1, author, comment, now);
                await new ActiveSetWriter(session, set).WriteAsync(basedOn, changes, removals, cancellation);
                await session.ExecuteAsync("update hub_state set value = value + 1 where name = 'generation'", null, cancellation);
                AuditSql.Write(session, audit);
                return set;
            },
            cancellation);
        if (published is not null)
        {
            wakeUp.Signal(WakeUpChannel.Content);
        }

        return published;
    }

    private static ContentItem Read(RowCursor row) => new(
        row.Word<ContentKind>(),
        row.Text(),
        row.Int(),
        row.Text(),
        row.Word<ContentOrigin>(),
        row.TextOrNull(),
        row.TextOrNull(),
        row.Text(),
        row.Instant());
}
