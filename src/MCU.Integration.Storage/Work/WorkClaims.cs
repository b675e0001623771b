using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Work;

/// <summary>
/// Claims what is due and parks what it found behind an older item of its order key, so that each blocked item is read once, not by every claim.
/// PostgreSQL gets both in one statement; SQLite's statements cost no round trip.
/// </summary>
internal sealed class WorkClaims(HubSession session, string owner, DateTimeOffset now, DateTimeOffset until)
{
    // A long lane that is met for the first time is parked by a few claims, not by one that holds its locks for long.
    private const int MaxRounds = 6;
    private const int MaxSeen = 4096;

    private static readonly Statement Claim = Statement.Update(
        "work_items",
        1,
        Column.Id("id"),
        Column.Long("token"),
        Column.Int("attempts"),
        Column.Text("state"),
        Column.Text("owner"),
        Column.Instant("due_at"),
        Column.Text("reason_code"),
        Column.Text("detail"));

    private static readonly Statement Park = Statement.Update("work_items", 1, Column.Id("id"), Column.Flag("parked"));

    private readonly List<LeasedWorkItem> _claimed = [];

    public async Task<IReadOnlyList<LeasedWorkItem>> ClaimAsync(int max, CancellationToken cancellation)
    {
        var seen = max;
        for (var round = 1; round <= MaxRounds; round++)
        {
            var room = max - _claimed.Count;
            var parked = session.SkipLocked.Length > 0 ? await TogetherAsync(room, seen, cancellation) : await OneByOneAsync(room, seen, cancellation);

            // Asked again only while most of what is seen is blocked: half a batch is worth more than another round trip.
            if (parked == 0 || _claimed.Count * 2 >= max)
            {
                break;
            }

            seen = Math.Min(seen * 4, MaxSeen);
        }

        return [.. _claimed.OrderBy(item => item.Item.Id.Value)];
    }

    /// <returns>How many were parked.</returns>
    private async Task<long> TogetherAsync(int room, int seen, CancellationToken cancellation)
    {
        // An item is parked only while the one before it is locked by us: whoever ends that one waits, and then finds what we parked.
        // The claim waits for the count of what was parked, since a row that this statement has written cannot be locked by it. Arrays, because
        // statistics of a queue are always those of another hour: a join might read the whole backlog.
        var rows = await session.QueryAsync(
            $"""
            with seen as materialized (
                select w.id, w.due_at, {WorkSql.Older} as older from work_items w
                where {WorkSql.Due} order by w.due_at, w.id limit @seen for update of w skip locked),
            standing as materialized (
                select o.id from work_items o where o.id = any(array(select s.older from seen s)) and o.state <> 'dead' for update of o skip locked),
            parking as (
                update work_items set parked = true where id = any(array(select s.id from seen s join standing o on o.id = s.older)) returning id),
            parked as materialized (select count(*) as n from parking),
            claimed as (
                update work_items set state = 'leased', token = token + 1, attempts = attempts + 1, owner = @owner, due_at = @until, reason_code = null, detail = null
                where (select n from parked) >= 0 and id = any(array(select s.id from seen s where s.older is null order by s.due_at, s.id limit @room))
                returning {WorkSql.Columns})
            select n, {WorkSql.Columns} from parked left join claimed on true
            """,
            new { now, owner, until, seen, room },
            row => (Parked: row.Long(), Item: row.IsNull() ? null : WorkSql.Read(row, now, until)),
            cancellation);
        _claimed.AddRange(rows.Select(row => row.Item).OfType<LeasedWorkItem>());
        return rows[0].Parked;
    }

    /// <inheritdoc cref="TogetherAsync"/>
    private async Task<long> OneByOneAsync(int room, int seen, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            $"""
            select {WorkSql.Content}, token + 1, attempts + 1, {WorkSql.Older} from work_items w
            where {WorkSql.Due} order by w.due_at, w.id limit @seen
            """,
            new { now, seen },
            row => (Item: WorkSql.Read(row, now, until), Blocked: row.IdOrNull<WorkItemId>() is not null),
            cancellation);
        var free = rows.Where(row => !row.Blocked).Take(room).Select(row => row.Item).ToList();
        var blocked = rows.Where(row => row.Blocked).ToList();
        session.Write(Claim, [.. free.Select(item => new object?[] { item.Lease.ItemId.Value, item.Lease.Token, item.Attempts, "leased", owner, until, null, null })]);
        session.Write(Park, [.. blocked.Select(row => new object?[] { row.Item.Lease.ItemId.Value, true })]);
        _claimed.AddRange(free);
        return blocked.Count;
    }
}
