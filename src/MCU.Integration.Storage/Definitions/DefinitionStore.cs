using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Paging;
using MCU.Integration.Storage.Statements;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Storage.Definitions;

internal sealed class DefinitionStore(HubDatabase database, IWakeUp wakeUp) : IDefinitionStore
{
    private const string Columns = """
        t.id, t.definition_id, t.version, t.name, t.description, t.is_latest, t.is_published, t.is_system, t.content_hash, t.origin, t.author, t.body, t.created_at, t.updated_at,
            t.edit_session, t.usable_as_activity
        """;

    private static readonly Statement Save = Statement.Insert(
        "workflow_definitions",
        1,
        """
        on conflict (id) do update set version = excluded.version, name = excluded.name, description = excluded.description, is_latest = excluded.is_latest,
            is_published = excluded.is_published, is_system = excluded.is_system, content_hash = excluded.content_hash, origin = excluded.origin,
            author = excluded.author, body = excluded.body, updated_at = excluded.updated_at, edit_session = excluded.edit_session,
            usable_as_activity = excluded.usable_as_activity
        """,
        Column.Text("id"),
        Column.Text("definition_id"),
        Column.Int("version"),
        Column.Text("name"),
        Column.Text("description"),
        Column.Flag("is_latest"),
        Column.Flag("is_published"),
        Column.Flag("is_system"),
        Column.Text("content_hash"),
        Column.Text("origin"),
        Column.Text("author"),
        Column.Text("body"),
        Column.Instant("created_at"),
        Column.Instant("updated_at"),
        Column.Text("edit_session"),
        Column.Flag("usable_as_activity"));

    private static readonly Statement Delete = Statement.Delete("workflow_definitions", Column.Text("id"));

    private static readonly Statement InsertTrigger = Statement.Insert(
        "triggers",
        Column.Text("id"),
        Column.Text("definition_id"),
        Column.Text("definition_version_id"),
        Column.Text("activity_id"),
        Column.Text("name"),
        Column.Text("hash"),
        Column.Text("payload"));

    private static readonly Statement InsertSchedule = Statement.Insert(
        "trigger_schedules",
        Column.Text("trigger_id"),
        Column.Text("definition_id"),
        Column.Text("definition_version_id"),
        Column.Text("activity_id"),
        Column.Instant("due_at"),
        Column.Long("interval_us"),
        Column.Text("cron"));

    public Task<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync($"select {Columns} from workflow_definitions t where t.id = @versionId", new { versionId }, Read, cancellation), cancellation);

    public Task<DefinitionSnapshot?> FindSnapshotAsync(string hash, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync(
                "select hash, definition_id, definition_version_id, version, body from definition_snapshots where hash = @hash",
                new { hash },
                row => new DefinitionSnapshot(row.Text(), row.Text(), row.Text(), row.Int(), row.Text()),
                cancellation),
            cancellation);

    public Task<int> DeleteUnusedSnapshotsAsync(DateTimeOffset madeBefore, int max, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                delete from definition_snapshots where created_at < @madeBefore and hash in (
                    select s.hash from definition_snapshots s where s.created_at < @madeBefore
                        and not exists (select 1 from instances i where i.snapshot_hash = s.hash) limit @max)
                """,
                new { madeBefore, max },
                cancellation),
            cancellation);

    public Task<IReadOnlyList<DefinitionRow>> VersionsAsync(string definitionId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<DefinitionRow>>(
            async session => await session.QueryAsync(
                $"select {Columns} from workflow_definitions t where t.definition_id = @definitionId order by t.version desc", new { definitionId }, Read, cancellation),
            cancellation);

    public Task<(IReadOnlyList<DefinitionRow> Items, long Total)> ListAsync(DefinitionFilter filter, int? page, int? pageSize, CancellationToken cancellation) =>
        database.ReadAsync<(IReadOnlyList<DefinitionRow>, long)>(
            async session =>
            {
                var query = Conditions(filter);
                var total = await CountedPage.TotalAsync(session, "workflow_definitions t", query, cancellation);
                var items = await session.QueryAsync(
                    $"select {Columns} from workflow_definitions t {query.Where} order by {Order(filter)} {CountedPage.Limit(query, page, pageSize)}",
                    query.Arguments,
                    Read,
                    cancellation);
                return (items, total);
            },
            cancellation);

    public Task<bool> NameExistsAsync(string name, string? exceptDefinitionId, CancellationToken cancellation) =>
        database.ReadAsync(
            async session =>
            {
                var query = new ListQuery().And("is_latest = true").And("name = @name", "name", name).And("definition_id <> @except", "except", exceptDefinitionId);
                return await session.ScalarAsync<long?>($"select 1 from workflow_definitions {query.Where} limit 1", query.Arguments, cancellation) is not null;
            },
            cancellation);

    public async Task<bool> ApplyAsync(DefinitionChange change, CancellationToken cancellation)
    {
        var applied = await database.WriteAsync(
            async session =>
            {
                // First the generation's row: changes of definitions queue up on it.
                await session.ExecuteAsync("update hub_state set value = value + 1 where name = 'generation'", null, cancellation);
                if (change.Seen is { } seen && !await IsAsSeenAsync(session, change.DefinitionId, seen, cancellation))
                {
                    return false;
                }

                session.Write(Delete, [.. change.Deletes.Select(id => new object?[] { id })]);
                session.Write(Save, [.. change.Upserts.Select(Row)]);
                await session.FlushAsync(cancellation);
                await KeepOneAsync(session, "is_latest", change.DefinitionId, change.Upserts.LastOrDefault(row => row.IsLatest), cancellation);
                await KeepOneAsync(session, "is_published", change.DefinitionId, change.Upserts.LastOrDefault(row => row.IsPublished), cancellation);
                if (change.Triggers is { } triggers)
                {
                    await session.ExecuteAsync("delete from triggers where definition_id = @DefinitionId", new { change.DefinitionId }, cancellation);
                    await session.ExecuteAsync("delete from trigger_schedules where definition_id = @DefinitionId", new { change.DefinitionId }, cancellation);
                    session.Write(InsertTrigger, [.. triggers.Select(Row)]);
                    session.Write(InsertSchedule, [.. triggers.Where(trigger => trigger.Schedule is not null).Select(trigger => ScheduleRow(trigger, trigger.Schedule!))]);
                }

                AuditSql.Write(session, change.Audit);
                return true;
            },
            cancellation);
        wakeUp.Signal(WakeUpChannel.Content);
        return applied;
    }

    public Task<IReadOnlyList<TriggerRow>> TriggersAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<TriggerRow>>(
            async session => await session.QueryAsync(
                "select id, definition_id, definition_version_id, activity_id, name, hash, payload from triggers order by id",
                null,
                row => new TriggerRow(row.Text(), row.Text(), row.Text(), row.Text(), row.Text(), row.Text(), row.TextOrNull()),
                cancellation),
            cancellation);

    private static async Task<bool> IsAsSeenAsync(HubSession session, string definitionId, IReadOnlyList<DefinitionRow> seen, CancellationToken cancellation)
    {
        var stored = await session.QueryAsync(
            "select id, content_hash, is_latest, is_published from workflow_definitions where definition_id = @definitionId",
            new { definitionId },
            row => (row.Text(), row.Text(), row.Flag(), row.Flag()),
            cancellation);
        return stored.ToHashSet().SetEquals(seen.Select(row => (row.Id, row.ContentHash, row.IsLatest, row.IsPublished)));
    }

    private static async Task KeepOneAsync(HubSession session, string flag, string definitionId, DefinitionRow? kept, CancellationToken cancellation)
    {
        if (kept is not null)
        {
            await session.ExecuteAsync(
                $"update workflow_definitions set {flag} = false where definition_id = @definitionId and id <> @Id and {flag} = true",
                new { definitionId, kept.Id },
                cancellation);
        }
    }

    private static ListQuery Conditions(DefinitionFilter filter) => Versions(new ListQuery(), filter.Versions)
        .AndIn("t.definition_id", "definition", filter.DefinitionIds)
        .AndIn("t.id", "id", filter.Ids)
        .And("t.is_system = @system", "system", filter.IsSystem)
        .And("t.usable_as_activity = @usable", "usable", filter.IsUsableAsActivity)
        .And(
            """
            (lower(t.name) like @search escape '\' or lower(t.description) like @search escape '\' or lower(t.id) like @search escape '\'
                or lower(t.definition_id) like @search escape '\')
            """,
            "search",
            SearchText.Contains(filter.SearchTerm));

    private static ListQuery Versions(ListQuery query, VersionOptions versions) => versions.Kind switch
    {
        VersionKind.Latest => query.And("t.is_latest = true"),
        VersionKind.Published => query.And("t.is_published = true"),
        VersionKind.Draft => query.And("t.is_published = false"),
        VersionKind.LatestOrPublished => query.And("(t.is_latest = true or t.is_published = true)"),
        VersionKind.LatestAndPublished => query.And("t.is_latest = true and t.is_published = true"),
        VersionKind.Number => query.And("t.version = @version", "version", versions.Version),
        _ => query,
    };

    private static string Order(DefinitionFilter filter)
    {
        var direction = filter.Descending ? "desc" : "asc";
        var column = filter.OrderBy switch
        {
            "Created" => "t.created_at",
            "Version" => "t.version",
            _ => "lower(t.name)",
        };
        return $"{column} {direction}, t.id {direction}";
    }

    private static object?[] Row(TriggerRow row) => [row.Id, row.DefinitionId, row.DefinitionVersionId, row.ActivityId, row.Name, row.Hash, row.Payload];

    private static object?[] ScheduleRow(TriggerRow row, TriggerSchedule schedule) =>
    [
        row.Id,
        row.DefinitionId,
        row.DefinitionVersionId,
        row.ActivityId,
        schedule.FirstDueAt,
        schedule.Interval is { } interval ? interval.Ticks / TimeSpan.TicksPerMicrosecond : null,
        schedule.CronExpression,
    ];

    private static object?[] Row(DefinitionRow row) =>
    [
        row.Id,
        row.DefinitionId,
        row.Version,
        row.Name,
        row.Description,
        row.IsLatest,
        row.IsPublished,
        row.IsSystem,
        row.ContentHash,
        row.Origin,
        row.Author,
        row.Body,
        row.CreatedAt,
        row.UpdatedAt,
        row.EditSession,
        row.IsUsableAsActivity,
    ];

    private static DefinitionRow Read(RowCursor row) => new(
        row.Text(),
        row.Text(),
        row.Int(),
        row.TextOrNull(),
        row.TextOrNull(),
        row.Flag(),
        row.Flag(),
        row.Flag(),
        row.Text(),
        row.Text(),
        row.TextOrNull(),
        row.Text(),
        row.Instant(),
        row.Instant())
    {
        EditSession = row.TextOrNull(),
        IsUsableAsActivity = row.Flag(),
    };
}
