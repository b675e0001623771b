using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;
using Microsoft.Data.Sqlite;

namespace MCU.Integration.Storage.Sqlite;

/// <summary>Runs statements at once, row by row, on commands that the connection keeps prepared.</summary>
internal sealed class SqliteSession(SqliteHandle handle, SqliteTransaction? transaction) : HubSession(StorageProvider.Sqlite, handle.Connection, transaction)
{
    public override Task FlushAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override void Lock(long name, bool shared)
    {
        // The writer is alone.
    }

    public override void Lock(IEnumerable<long> names)
    {
        // The writer is alone.
    }

    protected override void Queue(Statement statement, IReadOnlyList<object?[]> rows, Action<RowCursor>? read)
    {
        var command = handle.Prepare(statement);
        command.Transaction = transaction;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = SqliteValues.Of(row[i], statement.Columns[i].Type);
            }

            if (read is null)
            {
                command.ExecuteNonQuery();
            }
            else
            {
                ReadAll(command, read);
            }
        }

        command.Transaction = null;
    }

    private static void ReadAll(SqliteCommand command, Action<RowCursor> read)
    {
        using var reader = command.ExecuteReader();
        var cursor = new RowCursor(reader, StorageProvider.Sqlite);
        while (reader.Read())
        {
            read(cursor.StartRow());
        }
    }
}
