using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;
using Npgsql;

namespace MCU.Integration.Storage.Postgres;

/// <summary>Gathers statements and sends them in one round trip.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction? transaction) : HubSession(StorageProvider.Postgres, connection, transaction)
{
    private readonly List<(NpgsqlBatchCommand Command, Action<RowCursor>? Read)> _queued = [];

    public override async Task FlushAsync(CancellationToken cancellation)
    {
        if (_queued.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (command, _) in _queued)
        {
            batch.BatchCommands.Add(command);
        }

        await using (var reader = await batch.ExecuteReaderAsync(cancellation))
        {
            var cursor = new RowCursor(reader, StorageProvider.Postgres);
            foreach (var (_, read) in _queued)
            {
                if (read is null)
                {
                    continue;
                }

                while (await reader.ReadAsync(cancellation))
                {
                    read(cursor.StartRow());
                }

                await reader.NextResultAsync(cancellation);
            }
        }

        _queued.Clear();
    }

    public override void Lock(long name, bool shared)
    {
        var command = new NpgsqlBatchCommand(shared ? "select pg_advisory_xact_lock_shared($1)" : "select pg_advisory_xact_lock($1)");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = name });
        _queued.Add((command, Ignore));
    }

    public override void Lock(IEnumerable<long> names)
    {
        var ordered = names.Distinct().Order().ToArray();
        if (ordered.Length > 0)
        {
            var command = new NpgsqlBatchCommand("select pg_advisory_xact_lock(name) from unnest($1) as name");
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = ordered });
            _queued.Add((command, Ignore));
        }
    }

    protected override void Queue(Statement statement, IReadOnlyList<object?[]> rows, Action<RowCursor>? read)
    {
        var command = new NpgsqlBatchCommand(statement.Postgres);
        for (var i = 0; i < statement.Columns.Length; i++)
        {
            command.Parameters.Add(PostgresValues.Column(rows, i, statement.Columns[i].Type));
        }

        _queued.Add((command, read));
    }

    private static void Ignore(RowCursor cursor)
    {
        // The lock function returns void.
    }
}
