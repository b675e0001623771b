using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Storage.Paging;

namespace MCU.Integration.Storage.Deliveries;

internal sealed class DeliveryStore(HubDatabase database, BookmarkHashes hashes, UuidV7Source ids, IWakeUp wakeUp) : IDeliveryStore
{
    private const int MaxRaces = 10;

    private const string ShownColumns = $"""
        {DeliverySql.Columns}, case when t.state = 'waiting' then {DeliverySql.HeldBehind} end
        """;

    private readonly DeliveryClaims _claims = new(database);
    private readonly DeliveryEnds _ends = new(hashes, ids);

    public Task<IReadOnlyList<LeasedDelivery>> ClaimAsync(
        string adapter, int max, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation) =>
        _claims.ClaimAsync(adapter, max, owner, lease, now, cancellation);

    public Task<bool> RecordStepAsync(DeliveryLease lease, StepRecord step, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                var held = await session.ExecuteAsync(
                    "update deliveries set token = token where id = @DeliveryId and token = @Token and state = 'waiting' and leased = true",
                    new { lease.DeliveryId, lease.Token },
                    cancellation) == 1;
                if (held)
                {
                    var done = await session.ScalarAsync<long>("select count(*) from delivery_steps where delivery_id = @DeliveryId", new { lease.DeliveryId }, cancellation);
                    session.Write(DeliveryEnds.SaveStep, [DeliveryEnds.StepRow(lease.DeliveryId, step, (int)done)]);
                }

                return held;
            },
            cancellation);

    public async Task<IReadOnlyList<bool>> FinishAsync(IReadOnlyList<DeliveryResult> results, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            try
            {
                var (kept, resumed) = await database.WriteAsync(session => _ends.FinishAsync(session, results, cancellation), cancellation);
                if (resumed)
                {
                    wakeUp.Signal(WakeUpChannel.Work);
                }

                return kept;
            }
            catch (UniqueViolationException) when (race < MaxRaces)
            {
                // Another transaction made the same link; the next round finds it.
            }
        }
    }

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> NextDueAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyDictionary<string, DateTimeOffset>>(
            async session =>
            {
                // Hops from adapter to adapter through the index instead of reading the backlog of each.
                var due = await session.QueryAsync(
                    $"""
                    with recursive known(adapter) as (
                        select min(adapter) from deliveries where state = 'waiting' and parked = false
                        union all
                        select (select min(d.adapter) from deliveries d where d.state = 'waiting' and d.parked = false and d.adapter > known.adapter)
                        from known where known.adapter is not null)
                    select adapter, due_at from (
                        select known.adapter, (
                            select t.due_at from deliveries t
                            where t.adapter = known.adapter and t.state = 'waiting' and t.parked = false and {DeliveryClaims.First}
                            order by t.due_at, t.id limit 1) as due_at
                        from known where known.adapter is not null) next
                    where due_at is not null
                    """,
                    null,
                    row => (Adapter: row.Text(), Due: row.Instant()),
                    cancellation);
                return due.ToDictionary(row => row.Adapter, row => row.Due);
            },
            cancellation);

    // The second condition follows from the first; SQLite has to be told so to take the index.
    public Task<DeliveryRow?> OldestWaitingAsync(CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync(
                $"select {ShownColumns} from deliveries t where t.state = 'waiting' and t.state <> 'delivered' order by t.created_at, t.id limit 1", null, Read, cancellation),
            cancellation);

    public Task<IReadOnlyList<DeliveryRow>> OpenAsync(CaseId caseId, string adapter, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<DeliveryRow>>(
            async session =>
            {
                var rows = session.Read(DeliverySql.OpenOfCase, [[caseId.Value, adapter]], ReadUnblocked);
                await session.FlushAsync(cancellation);
                return rows;
            },
            cancellation);

    public Task<DeliveryRow?> FindAsync(DeliveryId id, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync($"select {ShownColumns} from deliveries t where t.id = @id", new { id }, Read, cancellation), cancellation);

    public Task<IReadOnlyList<StepRecord>> StepsAsync(DeliveryId id, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<StepRecord>>(
            async session => await session.QueryAsync(
                "select name, result, finished_at from delivery_steps where delivery_id = @id order by position, name",
                new { id },
                row => new StepRecord(row.Text(), row.TextOrNull(), row.Instant()),
                cancellation),
            cancellation);

    public Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(DeliveryId id, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<AttemptRecord>>(
            async session => await session.QueryAsync(
                "select number, started_at, finished_at, step, outcome, status, error from delivery_attempts where delivery_id = @id order by number",
                new { id },
                row => new AttemptRecord(row.Int(), row.Instant(), row.InstantOrNull(), row.TextOrNull(), row.TextOrNull(), row.IntOrNull(), row.TextOrNull()),
                cancellation),
            cancellation);

    public Task<Page<DeliveryRow>> ListAsync(DeliveryFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var query = new ListQuery()
            .And("t.adapter = @adapter", "adapter", filter.Adapter)
            .And("t.case_id = @case", "case", filter.CaseId)
            .And("t.caused_by = @cause", "cause", filter.CausedBy);
        if (filter.State is { } state)
        {
            query.And(state == DeliveryState.Delivered ? "t.state = 'delivered'" : $"coalesce(t.state, '') = '{EnumWord.Of(state)}' and t.state <> 'delivered'");
        }

        return database.ReadAsync(
            session => query.PageAsync(
                session,
                $"select {ShownColumns} from deliveries t",
                "t.created_at",
                "t.id",
                page,
                Read,
                row => new(row.CreatedAt, row.Id.Value),
                cancellation),
            cancellation);
    }

    public async Task<bool> ReplayAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null) => Signal(await database.WriteAsync(
        session =>
            // Whoever replays a held one has judged its unknown outcome; a dead one is still asked for.
            WaitAgainAsync(
                session, id, "'dead', 'refused', 'held'", "judged_attempts = case when state = 'held' then attempts else judged_attempts end", now, audit, cancellation),
        cancellation));

    public async Task<bool> SendAsNewAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null) => Signal(await database.WriteAsync(
        async session =>
        {
            var waits = await WaitAgainAsync(session, id, "'dead', 'refused', 'held', 'delivered'", "judged_attempts = attempts, issue = issue + 1", now, audit, cancellation);
            if (waits)
            {
                await session.ExecuteAsync("delete from delivery_steps where delivery_id = @id", new { id }, cancellation);
            }

            return waits;
        },
        cancellation));

    public async Task<bool> ReleaseAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null)
    {
        var released = await database.WriteAsync(
            async session =>
            {
                var lane = await session.FirstAsync(
                    $"select adapter, lane from deliveries where id = @id and state in ('dead', 'held') and released = false {session.ForUpdate}",
                    new { id },
                    row => new object?[] { row.Text(), row.Text() },
                    cancellation);
                if (lane is null)
                {
                    return false;
                }

                await session.ExecuteAsync("update deliveries set released = true where id = @id", new { id }, cancellation);
                session.Write(DeliverySql.Unpark, [lane]);
                AuditSql.Write(session, audit);
                return true;
            },
            cancellation);
        return Signal(released);
    }

    private static async Task<bool> WaitAgainAsync(
        HubSession session, DeliveryId id, string states, string also, DateTimeOffset now, AuditEntry? audit, CancellationToken cancellation)
    {
        var row = await session.FirstAsync(
            $"""
            select adapter, state from deliveries where id = @id and state in ({states})
                and exists (select 1 from message_bodies b where b.message_id = document_id) {session.ForUpdate}
            """,
            new { id },
            row => new { Adapter = row.Text(), State = row.Word<DeliveryState>() },
            cancellation);
        if (row is null)
        {
            return false;
        }

        await session.ExecuteAsync(
            $"""
            update deliveries set {also}, state = 'waiting', due_at = @now, leased = false, released = false, parked = false, finished_at = null, reason_code = null, detail = null
            where id = @id
            """,
            new { id, now },
            cancellation);
        session.Ledger.Move(row.Adapter, row.State, DeliveryState.Waiting);
        AuditSql.Write(session, audit);
        return true;
    }

    internal static DeliveryRow ReadUnblocked(RowCursor row) => Read(row, shown: false);

    private static DeliveryRow Read(RowCursor row) => Read(row, shown: true);

    private static DeliveryRow Read(RowCursor row, bool shown)
    {
        var read = ReadColumns(row) with { HasFailed = row.Flag(), Issue = row.Int() };
        return shown ? read with { HeldBehind = row.IdOrNull<DeliveryId>() } : read;
    }

    private static DeliveryRow ReadColumns(RowCursor row) => new(
        row.Id<DeliveryId>(),
        row.Text(),
        row.Text(),
        row.Text(),
        row.Word<DeliveryState>(),
        row.Id<MessageId>(),
        row.Text(),
        row.IdOrNull<CaseId>(),
        row.IdOrNull<MessageId>(),
        row.TextOrNull(),
        row.TextOrNull(),
        CaseSql.ReadDocumentOrNull<SentMark>(row),
        row.Int(),
        row.Instant(),
        row.Instant(),
        row.InstantOrNull(),
        row.TextOrNull(),
        row.TextOrNull(),
        null);

    private bool Signal(bool changed)
    {
        if (changed)
        {
            wakeUp.Signal(WakeUpChannel.Deliveries);
        }

        return changed;
    }
}
