using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Nodes;

internal sealed class Leadership(HubDatabase database) : ILeadership
{
    public Task<bool> AcquireAsync(string duty, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync(
                """
                insert into leadership (duty, owner, until) values (@duty, @owner, @until)
                on conflict (duty) do update set owner = excluded.owner, until = excluded.until
                where leadership.owner = excluded.owner or leadership.until <= @now
                """,
                new { duty, owner, until = now + lease, now },
                cancellation) == 1,
            cancellation);

    public Task ResignAsync(string duty, string owner, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync("delete from leadership where duty = @duty and owner = @owner", new { duty, owner }, cancellation), cancellation);
}
