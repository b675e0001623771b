using System.Data.Common;
using Dapper;
using MCU.Integration.Storage.Ledger;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Database;

/// <summary>
/// A connection in the hands of one store method; inside <see cref="HubDatabase.WriteAsync{T}"/> also its transaction. Seldom-run SQL goes through Dapper;
/// hot paths queue <see cref="Statement"/>s, which PostgreSQL gets in one round trip at <see cref="FlushAsync"/> and SQLite runs at once.
/// </summary>
internal abstract class HubSession(StorageProvider provider, DbConnection connection, DbTransaction? transaction)
{
    public StorageProvider Provider { get; } = provider;

    public DbConnection Connection { get; } = connection;

    public DbTransaction? Transaction { get; } = transaction;

    /// <summary>What this transaction adds to the ledger; written with it.</summary>
    public LedgerDeltas Ledger { get; } = new();

    /// <summary>Rows that a claim locks without waiting for other claimers.</summary>
    public string SkipLocked => Provider == StorageProvider.Postgres ? "for update skip locked" : string.Empty;

    /// <summary>Rows that are locked before they are judged.</summary>
    public string ForUpdate => Provider == StorageProvider.Postgres ? "for update" : string.Empty;

    /// <summary>Queues a write of many rows.</summary>
    public void Write(Statement statement, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
        {
            Queue(statement, statement.LastRowWins ? DistinctRows.Of(rows, statement.Keys) : rows);
        }
    }

    /// <summary>Queues a look-up by keys; the list is filled when <see cref="FlushAsync"/> has returned.</summary>
    public List<T> Read<T>(Statement statement, IReadOnlyList<object?[]> keys, Func<RowCursor, T> map)
    {
        var found = new List<T>();
        if (keys.Count > 0)
        {
            Queue(statement, DistinctRows.Of(keys, statement.Keys), cursor => found.Add(map(cursor)));
        }

        return found;
    }

    /// <summary>Runs what is queued, in order.</summary>
    public abstract Task FlushAsync(CancellationToken cancellation);

    /// <summary>Holds the named lock until the transaction ends; queued like a statement. SQLite's single writer has it already.</summary>
    public abstract void Lock(long name, bool shared);

    /// <summary>Holds all these locks until the transaction ends, taken in the order of their numbers so that two transactions cannot wait for each other.</summary>
    public abstract void Lock(IEnumerable<long> names);

    public async Task<List<T>> QueryAsync<T>(string sql, object? arguments, Func<RowCursor, T> map, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await Connection.ExecuteReaderAsync(Command(sql, arguments, cancellation));
        var cursor = new RowCursor(reader, Provider);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(map(cursor.StartRow()));
        }

        return rows;
    }

    /// <summary>The first row, or default.</summary>
    public async Task<T?> FirstAsync<T>(string sql, object? arguments, Func<RowCursor, T> map, CancellationToken cancellation) =>
        (await QueryAsync(sql, arguments, map, cancellation)).FirstOrDefault();

    public Task<int> ExecuteAsync(string sql, object? arguments, CancellationToken cancellation) =>
        Connection.ExecuteAsync(Command(sql, arguments, cancellation));

    public Task<T?> ScalarAsync<T>(string sql, object? arguments, CancellationToken cancellation) =>
        Connection.ExecuteScalarAsync<T>(Command(sql, arguments, cancellation));

    /// <summary>Writes what the transaction owes: queued statements and ledger deltas.</summary>
    public Task CompleteAsync(CancellationToken cancellation)
    {
        Ledger.WriteTo(this);
        return FlushAsync(cancellation);
    }

    protected abstract void Queue(Statement statement, IReadOnlyList<object?[]> rows, Action<RowCursor>? read = null);

    private CommandDefinition Command(string sql, object? arguments, CancellationToken cancellation) =>
        new(sql, arguments, Transaction, cancellationToken: cancellation);
}
