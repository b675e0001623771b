using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Database;

/// <summary>
/// Look-ups that many bursts make at the same time, each by its own key: those that come while round trips are under way share the next one.
/// SQLite has no round trip to share and reads at once.
/// </summary>
/// <param name="keyOf">The key that a row was found by.</param>
internal sealed class GatheredReads<TKey, TRow>(
    HubDatabase database, Statement statement, Func<TKey, object?[]> columns, Func<RowCursor, TRow> map, Func<TRow, TKey> keyOf)
    where TKey : notnull
{
    private const int RoundTrips = 2;

    private readonly SemaphoreSlim _turn = new(RoundTrips);
    private readonly Lock _gate = new();
    private Round? _gathering;

    public async Task<IReadOnlyList<TRow>> OfAsync(TKey key, CancellationToken cancellation)
    {
        if (database.Provider == StorageProvider.Sqlite)
        {
            return await ReadAsync([key], cancellation);
        }

        Round round;
        bool mine;
        lock (_gate)
        {
            mine = _gathering is null;
            round = _gathering ??= new();
            round.Keys.Add(key);
        }

        if (mine)
        {
            _ = RunAsync(round);
        }

        return [.. (await round.Rows.Task.WaitAsync(cancellation))[key]];
    }

    private async Task RunAsync(Round round)
    {
        await _turn.WaitAsync();
        try
        {
            lock (_gate)
            {
                _gathering = null;
            }

            // Nobody's own cancellation: the others still want their rows.
            round.Rows.SetResult((await ReadAsync(round.Keys, CancellationToken.None)).ToLookup(keyOf));
        }
        catch (Exception exception)
        {
            round.Rows.SetException(exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task<List<TRow>> ReadAsync(IEnumerable<TKey> keys, CancellationToken cancellation) =>
        database.ReadAsync(
            async session =>
            {
                var rows = session.Read(statement, [.. keys.Select(columns)], map);
                await session.FlushAsync(cancellation);
                return rows;
            },
            cancellation);

    private sealed class Round
    {
        public HashSet<TKey> Keys { get; } = [];

        public TaskCompletionSource<ILookup<TKey, TRow>> Rows { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
