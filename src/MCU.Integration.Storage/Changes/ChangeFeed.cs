using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Changes;

/// <summary>
/// Writers append rows without a sequence and wait for nobody. Placing takes those that are committed, under a lock that it holds until its own commit:
/// what it does not see yet is placed behind what it does.
/// </summary>
internal sealed class ChangeFeed(HubDatabase database) : IChangeFeed
{
    private const int MostPlaced = 1_000;
    private const int MostRounds = 100;

    public async Task<IReadOnlyList<ChangeEntry>> ReadAsync(ChangeTopic topic, long after, int max, CancellationToken cancellation)
    {
        await PlaceAsync(cancellation);
        return await database.ReadAsync<IReadOnlyList<ChangeEntry>>(
            async session => await session.QueryAsync(
                "select sequence, subject, changed_at from feed where topic = @topic and sequence is not null and sequence > @after order by sequence limit @max",
                new { topic = EnumWord.Of(topic), after, max },
                row => new ChangeEntry(row.Long(), row.Text(), row.Instant()),
                cancellation),
            cancellation);
    }

    public async Task<int> PlaceAsync(CancellationToken cancellation)
    {
        var placed = 0;
        for (var round = 0; round < MostRounds && await database.ReadAsync(session => AnyPendingAsync(session, cancellation), cancellation); round++)
        {
            placed += await database.WriteAsync(session => PlaceAsync(session, cancellation), cancellation);
        }

        return placed;
    }

    private static async Task<int> PlaceAsync(HubSession session, CancellationToken cancellation)
    {
        var last = await session.ScalarAsync<long>($"select value from hub_state where name = 'feed' {session.ForUpdate}", null, cancellation);
        var pending = await session.QueryAsync(
            $"select id, topic, subject from feed where sequence is null order by id limit {MostPlaced}",
            null,
            row => (Id: row.Long(), Topic: row.Text(), Subject: row.Text()),
            cancellation);
        var latest = pending.GroupBy(row => (row.Topic, row.Subject)).Select(changes => changes.Last()).OrderBy(row => row.Id).ToList();
        session.Write(FeedSql.DeletePlaced, [.. latest.Select(row => new object?[] { row.Topic, row.Subject })]);
        session.Write(FeedSql.Delete, [.. pending.Except(latest).Select(row => new object?[] { row.Id })]);
        session.Write(FeedSql.Place, [.. latest.Select((row, i) => new object?[] { row.Id, last + 1 + i })]);
        await session.ExecuteAsync("update hub_state set value = @last where name = 'feed'", new { last = last + latest.Count }, cancellation);
        return latest.Count;
    }

    private static async Task<bool> AnyPendingAsync(HubSession session, CancellationToken cancellation) =>
        await session.ScalarAsync<long?>("select 1 from feed where sequence is null limit 1", null, cancellation) is not null;
}
