using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Sqlite;

/// <summary>
/// Ends the leases of the process that had the file before. The lock on the file proves that it is gone, so nobody has to wait for them to run out.
/// Tokens stay: the next claim raises them, as after a lease that ran out.
/// </summary>
internal static class InheritedLeases
{
    public static async Task EndAsync(HubDatabase database, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await database.ReadAsync(session => AnyAsync(session, cancellation), cancellation))
        {
            await database.WriteAsync(session => EndAsync(session, now, cancellation), cancellation);
        }
    }

    private static async Task<bool> AnyAsync(HubSession session, CancellationToken cancellation) =>
        await session.ScalarAsync<long?>(
            """
            select 1 where exists (select 1 from work_items where state = 'leased') or exists (select 1 from leadership)
            or exists (select 1 from deliveries where state = 'waiting' and parked = false and leased = true)
            """,
            null,
            cancellation) is not null;

    private static async Task EndAsync(HubSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        await session.ExecuteAsync("update work_items set state = 'ready', due_at = @now, owner = null where state = 'leased'", new { now }, cancellation);
        await session.ExecuteAsync("update deliveries set leased = false, due_at = @now, owner = null where state = 'waiting' and parked = false and leased = true", new { now }, cancellation);
        await session.ExecuteAsync("delete from leadership", null, cancellation);
    }
}
