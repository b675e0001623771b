using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;
using Microsoft.Data.Sqlite;

namespace MCU.Integration.Storage.Sqlite;

/// <summary>An open connection with its prepared commands; used by one caller at a time.</summary>
internal sealed class SqliteHandle : IDisposable
{
    private readonly Dictionary<Statement, SqliteCommand> _commands = [];
    private Durability _durability = Durability.Forced;

    // Nobody reads SQLite's statistics of memory, and each allocation of every connection would wait for their one lock. Refused once SQLite is at work, which does no harm.
    static SqliteHandle()
    {
        SQLitePCL.Batteries_V2.Init();
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public SqliteHandle(string connectionString, bool readOnly)
    {
        Connection = new(connectionString);
        Connection.Open();
        // SQLite's own lower() knows only ASCII; searches are in Russian.
        Connection.CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
        using var pragmas = Connection.CreateCommand();
        pragmas.CommandText = $"""
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma foreign_keys = on;
            pragma busy_timeout = 5000;
            pragma temp_store = memory;
            pragma cache_size = -{(readOnly ? 8_000 : 64_000)};
            pragma wal_autocheckpoint = 4000;
            pragma journal_size_limit = 67108864;
            {(readOnly ? "pragma query_only = on;" : string.Empty)}
            """;
        pragmas.ExecuteNonQuery();
    }

    public SqliteConnection Connection { get; }

    /// <summary>What the next commits wait for. In WAL mode <c>normal</c> leaves the writing to the next commit that is <c>full</c>.</summary>
    public void WaitFor(Durability durability)
    {
        if (_durability == durability)
        {
            return;
        }

        using var pragma = Connection.CreateCommand();
        pragma.CommandText = durability == Durability.Forced ? "pragma synchronous = full" : "pragma synchronous = normal";
        pragma.ExecuteNonQuery();
        _durability = durability;
    }

    public SqliteCommand Prepare(Statement statement)
    {
        if (_commands.TryGetValue(statement, out var known))
        {
            return known;
        }

        var command = Connection.CreateCommand();
        command.CommandText = statement.Sqlite;
        for (var i = 0; i < statement.Columns.Length; i++)
        {
            command.Parameters.Add($"@p{i}", SqliteValues.Type(statement.Columns[i].Type));
        }

        _commands.Add(statement, command);
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }
}
