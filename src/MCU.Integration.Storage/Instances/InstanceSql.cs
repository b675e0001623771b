using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Instances;

/// <summary>Columns and statements of workflow instances and what belongs to them.</summary>
internal static class InstanceSql
{
    public const string Columns = """
        t.id, t.definition_id, t.definition_version_id, t.definition_version, t.status, t.sub_status, t.row_version, t.created_at, t.updated_at,
        t.name, t.correlation_id, t.parent_instance_id, t.incident_count, t.is_system, t.finished_at, t.snapshot_hash
        """;

    public const string BookmarkColumns = """
        t.id, t.instance_id, t.name, t.hash, t.activity_id, t.activity_node_id, t.activity_instance_id, t.key_id, t.cipher, t.correlation_id, t.created_at, t.due_at
        """;

    public static readonly Statement Guard = Statement.Select(
        "t.id, t.row_version", "instances t", string.Empty, "order by t.id", "t", Column.Text("id"));

    public static readonly Statement Load = Statement.Select(
        Columns + ", s.key_id, s.cipher",
        "instances t join instance_states s on s.instance_id = t.id",
        string.Empty,
        string.Empty,
        null,
        Column.Text("id"));

    public static readonly Statement Insert = Statement.Insert("instances", Writable());

    /// <summary>A snapshot that is used again is young again, so that nothing takes it away meanwhile.</summary>
    public static readonly Statement SaveSnapshot = Statement.Insert(
        "definition_snapshots",
        1,
        "on conflict (hash) do update set created_at = excluded.created_at",
        Column.Text("hash"),
        Column.Text("definition_id"),
        Column.Text("definition_version_id"),
        Column.Int("version"),
        Column.Text("body"),
        Column.Instant("created_at"));

    public static readonly Statement Update = Statement.Update("instances", 1, Writable());

    public static readonly Statement SaveState = Statement.Insert(
        "instance_states",
        1,
        "on conflict (instance_id) do update set key_id = excluded.key_id, cipher = excluded.cipher",
        Column.Text("instance_id"),
        Column.Id("key_id"),
        Column.Bytes("cipher"));

    public static readonly Statement DeleteBookmark = Statement.Delete("bookmarks", Column.Text("id"), Column.Text("instance_id"));

    public static readonly Statement InsertBookmark = Statement.Insert(
        "bookmarks",
        Column.Text("id"),
        Column.Text("instance_id"),
        Column.Text("name"),
        Column.Text("hash"),
        Column.Text("activity_id"),
        Column.Text("activity_node_id"),
        Column.Text("activity_instance_id"),
        Column.Id("key_id"),
        Column.Bytes("cipher"),
        Column.Text("correlation_id"),
        Column.Instant("created_at"),
        Column.Instant("due_at"));

    public static readonly Statement InsertTimer = Statement.Insert(
        "timers", Column.Text("bookmark_id"), Column.Text("instance_id"), Column.Instant("due_at"));

    public static readonly Statement InsertHttpTemplate = Statement.Insert(
        "http_templates", 2, "on conflict (template, method) do nothing", Column.Text("template"), Column.Text("method"));

    public static readonly Statement InsertJournal = Statement.Insert(
        "journal", Column.Text("instance_id"), Column.Long("first_sequence"), Column.Int("entry_count"), Column.Id("key_id"), Column.Bytes("cipher"));

    public static object?[] Row(InstanceRow row, int version) =>
    [
        row.Id,
        row.DefinitionId,
        row.DefinitionVersionId,
        row.DefinitionVersion,
        row.Status,
        row.SubStatus,
        version,
        row.CreatedAt,
        row.UpdatedAt,
        row.Name,
        row.CorrelationId,
        row.ParentInstanceId,
        row.IncidentCount,
        row.IsSystem,
        row.FinishedAt,
        row.SnapshotHash,
    ];

    public static object?[] StateRow(string id, SealedBody state) => [id, state.KeyId, state.Cipher];

    public static object?[] JournalRow(JournalPage page) => [page.InstanceId, page.FirstSequence, page.EntryCount, page.Body.KeyId, page.Body.Cipher];

    /// <param name="hash">Keyed (<see cref="BookmarkHashes"/>).</param>
    public static object?[] BookmarkRow(BookmarkRow row, string hash) =>
    [
        row.Id,
        row.InstanceId,
        row.Name,
        hash,
        row.ActivityId,
        row.ActivityNodeId,
        row.ActivityInstanceId,
        row.Payload?.KeyId,
        row.Payload?.Cipher,
        row.CorrelationId,
        row.CreatedAt,
        row.DueAt,
    ];

    public static InstanceRow Read(RowCursor row) =>
        new(row.Text(), row.Text(), row.Text(), row.Int(), row.Text(), row.Text(), row.Int(), row.Instant(), row.Instant())
        {
            Name = row.TextOrNull(),
            CorrelationId = row.TextOrNull(),
            ParentInstanceId = row.TextOrNull(),
            IncidentCount = row.Int(),
            IsSystem = row.Flag(),
            FinishedAt = row.InstantOrNull(),
            SnapshotHash = row.TextOrNull(),
        };

    public static BookmarkRow ReadBookmark(RowCursor row) => new(
        row.Text(),
        row.Text(),
        row.Text(),
        row.Text(),
        row.Text(),
        row.Text(),
        row.Text(),
        row.SealedOrNull(),
        row.TextOrNull(),
        row.Instant(),
        row.InstantOrNull());

    private static Column[] Writable() =>
    [
        Column.Text("id"),
        Column.Text("definition_id"),
        Column.Text("definition_version_id"),
        Column.Int("definition_version"),
        Column.Text("status"),
        Column.Text("sub_status"),
        Column.Int("row_version"),
        Column.Instant("created_at"),
        Column.Instant("updated_at"),
        Column.Text("name"),
        Column.Text("correlation_id"),
        Column.Text("parent_instance_id"),
        Column.Int("incident_count"),
        Column.Flag("is_system"),
        Column.Instant("finished_at"),
        Column.Text("snapshot_hash"),
    ];
}
