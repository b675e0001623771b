using MCU.Integration.Storage.Database;
using Npgsql;

namespace MCU.Integration.Storage.Postgres;

/// <summary>Pooled connections; a transaction that lost a deadlock is run again.</summary>
internal sealed class PostgresHubDatabase(PostgresPools pools, ICommitGate gate, int maxRetries) : HubDatabase
{
    public override StorageProvider Provider => StorageProvider.Postgres;

    public override async Task<T> ReadAsync<T>(Func<HubSession, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await pools.Forced.OpenConnectionAsync(cancellation);
            return await read(new PostgresSession(connection, null));
        }
        catch (Exception exception) when (PostgresFaults.Translate(exception) is { } translated)
        {
            throw translated;
        }
    }

    public override async Task<T> WriteAsync<T>(Func<HubSession, Task<T>> write, Durability durability, CancellationToken cancellation)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                return await WriteOnceAsync(durability == Durability.Lazy ? pools.Lazy : pools.Forced, write, cancellation);
            }
            catch (Exception exception) when (retry < maxRetries && PostgresFaults.IsLostRace(exception))
            {
                // Another transaction won; this one was rolled back whole.
            }
            catch (Exception exception) when (PostgresFaults.Translate(exception) is { } translated)
            {
                throw translated;
            }
        }
    }

    public override ValueTask DisposeAsync() => pools.DisposeAsync();

    private async Task<T> WriteOnceAsync<T>(NpgsqlDataSource source, Func<HubSession, Task<T>> write, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var session = new PostgresSession(connection, transaction);
        var result = await write(session);
        await session.CompleteAsync(cancellation);
        await gate.PassAsync(transaction, cancellation);
        return result;
    }
}
