using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Deliveries;

/// <summary>Claims deliveries: <c>due_at</c> moves to the end of the lease, so a delivery whose sender died becomes due by itself.</summary>
internal sealed class DeliveryClaims(HubDatabase database)
{
    /// <summary>Nothing older stands before it; <c>parked</c> alone is only a hint.</summary>
    public const string First = $"{DeliverySql.HeldBehind} is null";

    private static readonly Statement InsertAttempt = Statement.Insert(
        "delivery_attempts", Column.Id("delivery_id"), Column.Int("number"), Column.Instant("started_at"));

    private static readonly Statement Attempt = Statement.Select(
        "t.delivery_id, t.outcome", "delivery_attempts t", string.Empty, string.Empty, null, Column.Id("delivery_id"), Column.Int("number"));

    private static readonly Statement Body = Statement.Select(
        "t.message_id, t.key_id, t.cipher", "message_bodies t", "and t.part = 'raw'", string.Empty, null, Column.Id("message_id"));

    private static readonly Statement Steps = Statement.Select(
        "t.delivery_id, t.name, t.result, t.finished_at", "delivery_steps t", string.Empty, "order by t.delivery_id, t.position", null, Column.Id("delivery_id"));

    public async Task<IReadOnlyList<LeasedDelivery>> ClaimAsync(
        string adapter, int max, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation)
    {
        // Senders ask often; only one that has something to send takes the write lock.
        if (max <= 0 || !await database.ReadAsync(session => AnyDueAsync(session, adapter, now, cancellation), cancellation))
        {
            return [];
        }

        return await database.WriteAsync(session => ClaimAsync(session, adapter, max, owner, now, now + lease, cancellation), cancellation);
    }

    private static async Task<IReadOnlyList<LeasedDelivery>> ClaimAsync(
        HubSession session, string adapter, int max, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var claimed = await session.QueryAsync(
            $"""
            with due as materialized (
                select t.id from deliveries t
                where t.adapter = @adapter and t.state = 'waiting' and t.parked = false and t.due_at <= @now and {First}
                order by t.due_at, t.id limit @max {(session.SkipLocked.Length > 0 ? "for update of t skip locked" : string.Empty)})
            update deliveries as t set attempts = attempts + 1, token = token + 1, leased = true, owner = @owner, due_at = @until
            where id in (select id from due)
            returning {DeliverySql.Columns.Replace("t.", string.Empty, StringComparison.Ordinal)}, token, judged_attempts
            """,
            new { adapter, max, owner, now, until },
            row => (Row: DeliveryStore.ReadUnblocked(row), Token: row.Long(), Judged: row.Int()),
            cancellation);
        if (claimed.Count == 0)
        {
            return [];
        }

        session.Write(InsertAttempt, [.. claimed.Select(claim => new object?[] { claim.Row.Id.Value, claim.Row.Attempts, now })]);
        var ids = claimed.Select(claim => new object?[] { claim.Row.Id.Value }).ToList();
        var steps = session.Read(Steps, ids, row => (Id: row.Guid(), Step: new StepRecord(row.Text(), row.TextOrNull(), row.Instant())));
        var bodies = session.Read(Body, [.. claimed.Select(claim => new object?[] { claim.Row.DocumentId.Value })], row => (Id: row.Guid(), Body: row.Sealed()));
        var earlier = session.Read(
            Attempt,
            [.. claimed.Where(claim => claim.Row.Attempts - 1 > claim.Judged).Select(claim => new object?[] { claim.Row.Id.Value, claim.Row.Attempts - 1 })],
            row => (Id: row.Guid(), Outcome: row.TextOrNull()));
        await session.FlushAsync(cancellation);

        var stepsOf = steps.ToLookup(step => step.Id, step => step.Step);
        var bodyOf = bodies.ToDictionary(body => body.Id, body => body.Body);
        var unknown = earlier.Where(attempt => IsUnknown(attempt.Outcome)).Select(attempt => attempt.Id).ToHashSet();
        return
        [
            .. from claim in claimed
               orderby claim.Row.Id.Value
               let id = claim.Row.Id
               select new LeasedDelivery(
                   new(id, claim.Token),
                   claim.Row,
                   bodyOf.GetValueOrDefault(claim.Row.DocumentId.Value) ?? Missing(claim.Row),
                   [.. stepsOf[id.Value]],
                   unknown.Contains(id.Value),
                   until),
        ];
    }

    // No outcome: the process died in it.
    private static bool IsUnknown(string? outcome) => outcome is null || outcome.Equals("unknown", StringComparison.OrdinalIgnoreCase);

    private static SealedBody Missing(DeliveryRow row) => throw new InvalidDataException($"The document of delivery {row.Id} is missing.");

    private static async Task<bool> AnyDueAsync(HubSession session, string adapter, DateTimeOffset now, CancellationToken cancellation) =>
        await session.ScalarAsync<long?>(
            "select 1 from deliveries where adapter = @adapter and state = 'waiting' and parked = false and due_at <= @now limit 1",
            new { adapter, now },
            cancellation) is not null;
}
