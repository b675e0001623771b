using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Work;

/// <summary>
/// The queue lives in one table of unfinished rows. <c>due_at</c> says when a row may be claimed, whatever its state: claiming moves it to the end of the lease,
/// so an item whose node died becomes due by itself.
/// </summary>
internal sealed class WorkQueue(HubDatabase database, UuidV7Source ids, TimeProvider time) : IWorkQueue
{
    private readonly ResumeItems _resumes = new(ids);
    private readonly TriggerSchedules _schedules = new(ids);

    // The last claim found something: the next one does not look first.
    private volatile bool _busy;

    public async Task<IReadOnlyList<LeasedWorkItem>> ClaimAsync(int max, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation)
    {
        // An idle hub asks often; only a hub that has work takes the write lock.
        if (max <= 0 || (!_busy && !await database.ReadAsync(session => AnyDueAsync(session, now, cancellation), cancellation)))
        {
            return [];
        }

        var until = now + lease;

        // A claim that is forgotten is made again: whatever relied on it would have been forgotten too.
        var items = await database.WriteAsync(
            session => new WorkClaims(session, owner, now, until).ClaimAsync(max, cancellation), Durability.Lazy, cancellation);
        _busy = items.Count > 0;
        return items;
    }

    public Task FailAsync(IReadOnlyList<WorkFailure> failures, DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                var keys = failures.Select(failure => new object?[] { failure.Lease.ItemId.Value }).ToList();
                var progress = new MessageProgress();
                var leases = session.Read(WorkSql.Lease, keys, HeldLease.Read);
                progress.Load(session, keys);
                await session.FlushAsync(cancellation);
                progress.Loaded();

                var held = leases.ToDictionary(lease => lease.Id);
                var rows = new List<object?[]>(failures.Count);
                var lanes = new List<object?[]>();
                foreach (var failure in failures)
                {
                    if (held.Remove(failure.Lease.ItemId, out var lease) && lease.Token == failure.Lease.Token)
                    {
                        rows.Add(End(failure, lease, progress, now));
                        if (failure.RetryAt is null && lease.OrderKey is { } key)
                        {
                            lanes.Add([key]);
                        }
                    }
                }

                session.Write(WorkSql.EndAttempt, rows);
                session.Write(WorkSql.Unpark, lanes);
                progress.WriteTo(session);
            },
            cancellation);

    public Task ReleaseAsync(IReadOnlyList<WorkLease> leases, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                var found = session.Read(WorkSql.Lease, [.. leases.Select(lease => new object?[] { lease.ItemId.Value })], HeldLease.Read);
                await session.FlushAsync(cancellation);
                var tokens = leases.ToLookup(lease => lease.ItemId, lease => lease.Token);
                var now = time.GetUtcNow();
                session.Write(
                    WorkSql.EndAttempt,
                    [.. found.Where(held => tokens[held.Id].Contains(held.Token)).Select(held => new object?[] { held.Id.Value, "ready", now, null, null, null, held.Attempts - 1 })]);
            },
            cancellation);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        var due = await database.ReadAsync(
            session => session.QueryAsync(
                $"""
                select * from (select w.due_at from work_items w where w.state <> 'dead' and w.parked = false and {WorkSql.Older} is null order by w.due_at, w.id limit 1) item
                union all
                select * from (select due_at from timers order by due_at limit 1) timer
                union all
                select * from (select due_at from trigger_schedules order by due_at limit 1) schedule
                """,
                null,
                row => row.Instant(),
                cancellation),
            cancellation);
        return due.Count == 0 ? null : due.Min();
    }

    public async Task<int> FireTimersAsync(int max, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await database.ReadAsync(session => AnyTimerAsync(session, now, cancellation), cancellation))
        {
            return 0;
        }

        return await database.WriteAsync(
            async session =>
            {
                var due = await session.QueryAsync(
                    $"""
                    select b.hash, b.id, b.instance_id, b.activity_instance_id, b.correlation_id from timers t join bookmarks b on b.id = t.bookmark_id
                    where t.due_at <= @now order by t.due_at limit @max {(session.SkipLocked.Length > 0 ? "for update of t skip locked" : string.Empty)}
                    """,
                    new { now, max },
                    WaitingBookmark.Read,
                    cancellation);
                session.Write(DeleteTimer, [.. due.Select(bookmark => new object?[] { bookmark.Id })]);
                session.Write(WorkSql.Insert, [.. due.Select(bookmark => WorkSql.Row(_resumes.Make(bookmark, WorkKind.FireTimer, null, null, now)))]);
                return due.Count + await _schedules.FireAsync(session, max, now, cancellation);
            },
            cancellation);
    }

    /// <summary>The row and the message of an item after a failure.</summary>
    internal static object?[] End(WorkFailure failure, HeldLease lease, MessageProgress progress, DateTimeOffset now)
    {
        if (failure.RetryAt is null && lease.MessageId is { } message)
        {
            progress.ItemDied(message, failure.ReasonCode, failure.Detail, now);
        }

        return
        [
            lease.Id.Value,
            failure.RetryAt is null ? "dead" : "ready",
            failure.RetryAt ?? now,
            null,
            failure.ReasonCode,
            failure.Detail,
            failure.NotCounted ? lease.Attempts - 1 : lease.Attempts,
        ];
    }

    private static readonly Statement DeleteTimer = Statement.Delete("timers", Column.Text("bookmark_id"));

    private static async Task<bool> AnyDueAsync(HubSession session, DateTimeOffset now, CancellationToken cancellation) =>
        await session.ScalarAsync<long?>($"select 1 from work_items w where {WorkSql.Due} limit 1", new { now }, cancellation) is not null;

    private static async Task<bool> AnyTimerAsync(HubSession session, DateTimeOffset now, CancellationToken cancellation) =>
        await session.ScalarAsync<long?>(
            """
            select 1 from (select due_at from timers order by due_at limit 1) timer where due_at <= @now
            union all
            select 1 from (select due_at from trigger_schedules order by due_at limit 1) schedule where due_at <= @now
            limit 1
            """,
            new { now },
            cancellation) is not null;
}
