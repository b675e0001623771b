using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Work;

/// <summary>Columns and statements of work items.</summary>
internal static class WorkSql
{
    public const string Content = """
        id, kind, order_key, created_at, message_id, definition_version_id, trigger_activity_id, instance_id, bookmark_id, input, correlation_id
        """;

    public const string Columns = $"{Content}, token, attempts";

    /// <summary>What a claim looks at; the text is that of the partial index.</summary>
    public const string Due = "w.state <> 'dead' and w.parked = false and w.due_at <= @now";

    /// <summary>
    /// The item of its order key that an item waits for, or null. A dead item does not hold its successors: freshness of links, not the queue, keeps an older
    /// status from winning later.
    /// </summary>
    public const string Older = """
        (select o.id from work_items o where o.order_key = w.order_key and o.id < w.id and o.state <> 'dead' order by o.id limit 1)
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
        Column.Long("token"),
        Column.Text("owner"));

    public static readonly Statement Delete = Statement.Delete("work_items", Column.Id("id"));

    /// <summary>The row of a lease, locked until the transaction ends.</summary>
    public static readonly Statement Lease = Statement.Select(
        "t.id, t.token, t.message_id, t.instance_id, t.attempts, t.order_key", "work_items t", "and t.state = 'leased'", "order by t.id", "t", Column.Id("id"));

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

    /// <summary>
    /// Lets the first parked item of an order key come forward; run after whatever ended an item of that key. When items of one key end at the same time, one
    /// of them may come forward too early: then the next claim parks it again.
    /// </summary>
    public static readonly Statement Unpark = Statement.Of(
        $"update work_items set parked = false where id = {FirstParked("@p0")} and parked = true",
        keys => $"update work_items set parked = false where id = any(array(select {FirstParked("v.order_key")} from {keys})) and parked = true",
        Column.Text("order_key"));

    /// <summary>A replay of an item that faulted goes on in the instance that it started.</summary>
    public static readonly Statement SetInstance = Statement.Update("work_items", 1, Column.Id("id"), Column.Text("instance_id"));

    /// <summary>The item of a burst that goes on behind its commit.</summary>
    public static readonly Statement Renew = Statement.Update(
        "work_items", 1, Column.Id("id"), Column.Text("kind"), Column.Instant("due_at"), Column.Text("instance_id"));

    public static object?[] Row(NewWorkItem item) => Row(item, "ready", item.DueAt, 0, null);

    /// <summary>The row of an item that its burst holds already.</summary>
    public static object?[] Row(WorkClaim claim) => Row(claim.Item, "leased", claim.Until, 1, claim.Owner);

    private static object?[] Row(NewWorkItem item, string state, DateTimeOffset dueAt, int claims, string? owner) =>
    [
        item.Id.Value,
        EnumWord.Of(item.Kind),
        item.OrderKey,
        dueAt,
        item.CreatedAt,
        item.MessageId?.Value,
        item.DefinitionVersionId,
        item.TriggerActivityId,
        item.InstanceId,
        item.BookmarkId,
        item.Input,
        item.CorrelationId,
        state,
        claims,
        (long)claims,
        owner,
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

    private static string FirstParked(string key) =>
        $"(select o.id from work_items o where o.order_key = {key} and o.parked = true order by o.id limit 1)";
}
