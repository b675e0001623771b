using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Deliveries;

/// <summary>Columns and statements of deliveries.</summary>
internal static class DeliverySql
{
    /// <summary>Rows that younger ones of their lane wait for; the text is that of the partial index.</summary>
    public const string Blocks = "o.state in ('waiting', 'held', 'dead') and o.released = false";

    private const string OpenRows = "and t.state in ('waiting', 'held', 'dead') and t.released = false";

    /// <summary>
    /// The older row of its lane that a row waits for. A limited subquery and not an anti-join, because PostgreSQL, whose statistics of a queue are
    /// always those of another hour, would join the whole backlog with itself.
    /// </summary>
    public const string HeldBehind = $"""
        (select o.id from deliveries o where o.adapter = t.adapter and o.lane = t.lane and o.id < t.id and {Blocks} order by o.id limit 1)
        """;

    public const string Columns = """
        t.id, t.adapter, t.operation, t.lane, t.state, t.document_id, t.document_type, t.case_id, t.caused_by, t.instance_id, t.outcome_hash, t.mark,
        t.attempts, t.created_at, t.due_at, t.finished_at, t.reason_code, t.detail, t.failed, t.issue
        """;

    /// <summary>What a case has under way at an adapter; by the index of the case.</summary>
    public static readonly Statement OpenOfCase = Statement.Select(
        Columns, "deliveries t", OpenRows, "order by t.id", null, Column.Id("case_id"), Column.Text("adapter"));

    /// <summary>The same, locked: whoever ends one of these waits for us, and then sees what we add.</summary>
    public static readonly Statement OpenGuard = Statement.Select(
        "t.case_id, t.adapter, t.id", "deliveries t", OpenRows, "order by t.id", "t", Column.Id("case_id"), Column.Text("adapter"));

    /// <summary>What stands in a lane, locked: whoever ends one of these waits for us, and then sees what we add.</summary>
    public static readonly Statement Lane = Statement.Select(
        "t.adapter, t.lane, t.id",
        "deliveries t",
        "and t.state in ('waiting', 'held', 'dead') and t.released = false",
        "order by t.id",
        "t",
        Column.Text("adapter"),
        Column.Text("lane"));

    /// <summary>Lets the first of a lane come forward.</summary>
    public static readonly Statement Unpark = Statement.Of(
        $"update deliveries set parked = false where id = {FirstOf("@p0", "@p1")} and parked = true and state = 'waiting'",
        lanes => $"update deliveries set parked = false where id in (select {FirstOf("v.adapter", "v.lane")} from {lanes}) and parked = true and state = 'waiting'",
        Column.Text("adapter"),
        Column.Text("lane"));

    public static readonly Statement Insert = Statement.Insert(
        "deliveries",
        Column.Id("id"),
        Column.Text("adapter"),
        Column.Text("operation"),
        Column.Text("lane"),
        Column.Text("state"),
        Column.Id("document_id"),
        Column.Text("document_type"),
        Column.Id("case_id"),
        Column.Id("caused_by"),
        Column.Text("instance_id"),
        Column.Text("outcome_hash"),
        Column.Text("mark"),
        Column.Text("supersede_key"),
        Column.Int("attempts"),
        Column.Int("judged_attempts"),
        Column.Long("token"),
        Column.Instant("due_at"),
        Column.Flag("leased"),
        Column.Flag("parked"),
        Column.Instant("created_at"),
        Column.Flag("released"));

    public static object?[] Row(NewDelivery delivery, bool parked) =>
    [
        delivery.Id.Value,
        delivery.Adapter,
        delivery.Operation,
        delivery.Lane,
        EnumWord.Of(DeliveryState.Waiting),
        delivery.Document.Id.Value,
        delivery.Document.DocumentType,
        delivery.CaseId?.Value,
        delivery.CausedBy?.Value,
        delivery.InstanceId,
        delivery.OutcomeHash,
        delivery.Mark is null ? null : CaseSql.Document(delivery.Mark),
        delivery.SupersedeKey,
        0,
        0,
        0L,
        delivery.DueAt,
        false,
        parked,
        delivery.CreatedAt,
        false,
    ];

    public static (string Adapter, string Lane, Guid Id) ReadLane(RowCursor row) => (row.Text(), row.Text(), row.Guid());

    private static string FirstOf(string adapter, string lane) =>
        $"(select o.id from deliveries o where o.adapter = {adapter} and o.lane = {lane} and {Blocks} order by o.id limit 1)";
}
