using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Messages;

/// <summary>Columns and statements of messages and their bodies.</summary>
internal static class MessageSql
{
    public const string Columns = """
        t.id, t.adapter, t.direction, t.document_type, t.state, t.dedup_key, t.order_key, t.revision, t.content_hash, t.received_at, t.occurred_at,
        t.finished_at, t.reason_code, t.detail, t.size, t.active_set_id, t.trace_parent
        """;

    /// <summary>What lists show beside the row.</summary>
    public const string ShownColumns = $"{Columns}, (select string_agg(cast(c.case_id as text), ' ') from message_cases c where c.message_id = t.id)";

    public static readonly Statement Insert = Statement.Insert(
        "messages",
        Column.Id("id"),
        Column.Text("adapter"),
        Column.Text("direction"),
        Column.Text("document_type"),
        Column.Text("state"),
        Column.Text("dedup_key"),
        Column.Text("order_key"),
        Column.Text("revision"),
        Column.Text("content_hash"),
        Column.Instant("received_at"),
        Column.Instant("occurred_at"),
        Column.Instant("finished_at"),
        Column.Text("reason_code"),
        Column.Text("detail"),
        Column.Int("size"),
        Column.Long("active_set_id"),
        Column.Text("trace_parent"),
        Column.Int("open_items"),
        Column.Int("dead_items"));

    public static readonly Statement SaveBody = Statement.Insert(
        "message_bodies",
        2,
        "on conflict (message_id, part) do update set key_id = excluded.key_id, cipher = excluded.cipher",
        Column.Id("message_id"),
        Column.Text("part"),
        Column.Id("key_id"),
        Column.Bytes("cipher"));

    public static readonly Statement InsertCase = Statement.Insert("message_cases", 2, "on conflict do nothing", Column.Id("message_id"), Column.Id("case_id"));

    public static readonly Statement LoadRaw = Statement.Select(
        Columns + ", b.key_id, b.cipher",
        "messages t join message_bodies b on b.message_id = t.id and b.part = 'raw'",
        string.Empty,
        string.Empty,
        null,
        Column.Id("id"));

    public static object?[] Row(NewMessage message, MessageState state, string? reason, int openItems) =>
    [
        message.Id.Value,
        message.Adapter,
        EnumWord.Of(message.Direction),
        message.DocumentType,
        EnumWord.Of(state),
        message.DedupKey,
        message.OrderKey,
        message.Revision,
        message.ContentHash,
        message.ReceivedAt,
        message.OccurredAt,
        state is MessageState.Dead or MessageState.Rejected ? message.ReceivedAt : null,
        reason,
        message.Detail,
        message.Size,
        message.ActiveSetId,
        message.TraceParent,
        openItems,
        0,
    ];

    public static object?[] BodyRow(MessageId id, BodyPart part, SealedBody body) => [id.Value, EnumWord.Of(part), body.KeyId, body.Cipher];

    public static MessageRow Read(RowCursor row) => new(
        row.Id<MessageId>(),
        row.Text(),
        row.Word<MessageDirection>(),
        row.Text(),
        row.Word<MessageState>(),
        row.Text(),
        row.TextOrNull(),
        row.TextOrNull(),
        row.Text(),
        row.Instant(),
        row.InstantOrNull(),
        row.InstantOrNull(),
        row.TextOrNull(),
        row.TextOrNull(),
        row.Int(),
        row.Long(),
        row.TextOrNull());

    public static MessageRow ReadShown(RowCursor row) =>
        Read(row) with { CaseIds = (row.TextOrNull() ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(id => new CaseId(Guid.Parse(id))).ToValueList() };
}
