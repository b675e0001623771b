using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Work;

/// <summary>Columns and statements of work items.</summary>
internal static class WorkSql
{
    public const string Columns = """
        id, kind, order_key, created_at, message_id, definition_version_id, trigger_activity_id, instance_id, bookmark_id, input, correlation_id, token, attempts
        """;

    public static readonly Statement Insert = Statement.Insert(
        "work_items",
        Column.Id("id"),
        Column.Text("kind"),
        Column.Text("order_key"),
        Column.Instant("due_at"),
        Column.Instant("created_at"),
        Column.Id("message_id"),
        Column.Text("definition_version_id"),
        Column.Text("trigger_activity_id"),
        Column.Text("instance_id"),
        Column.Text("bookmark_id"),
        Column.Text("input"),
        Column.Text("correlation_id"),
        Column.Text("state"),
        Column.Int("attempts"),
        Column.Long("token"));

    public static readonly Statement Delete = Statement.Delete("work_items", Column.Id("id"));

    /// <summary>The row of a lease, locked until the transaction ends.</summary>
    public static readonly Statement Lease = Statement.Select(
        "t.id, t.token, t.message_id, t.instance_id, t.attempts", "work_items t", "and t.state = 'leased'", "order by t.id", "t", Column.Id("id"));

    /// <summary>Gives an item back to the queue or buries it.</summary>
    public static readonly Statement EndAttempt = Statement.Update(
        "work_items",
        1,
        Column.Id("id"),
        Column.Text("state"),
        Column.Instant("due_at"),
        Column.Text("owner"),
        Column.Text("reason_code"),
        Column.Text("detail"),
        Column.Int("attempts"));

    /// <summary>A replay of an item that faulted goes on in the instance that it started.</summary>
    public static readonly Statement SetInstance = Statement.Update("work_items", 1, Column.Id("id"), Column.Text("instance_id"));

    public static object?[] Row(NewWorkItem item) =>
    [
        item.Id.Value,
        EnumWord.Of(item.Kind),
        item.OrderKey,
        item.DueAt,
        item.CreatedAt,
        item.MessageId?.Value,
        item.DefinitionVersionId,
        item.TriggerActivityId,
        item.InstanceId,
        item.BookmarkId,
        item.Input,
        item.CorrelationId,
        "ready",
        0,
        0L,
    ];

    /// <param name="dueAt">When the claimed item was due is not kept; what is claimed is due now.</param>
    public static LeasedWorkItem Read(RowCursor row, DateTimeOffset dueAt, DateTimeOffset leasedUntil)
    {
        var id = row.Id<WorkItemId>();
        var item = new NewWorkItem(id, row.Word<WorkKind>(), row.TextOrNull(), dueAt, row.Instant())
        {
            MessageId = row.IdOrNull<MessageId>(),
            DefinitionVersionId = row.TextOrNull(),
            TriggerActivityId = row.TextOrNull(),
            InstanceId = row.TextOrNull(),
            BookmarkId = row.TextOrNull(),
            Input = row.TextOrNull(),
            CorrelationId = row.TextOrNull(),
        };
        return new(new(id, row.Long()), item, row.Int(), leasedUntil);
    }
}
