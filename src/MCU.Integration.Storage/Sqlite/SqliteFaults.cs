using MCU.Integration.Storage.Database;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MCU.Integration.Storage.Sqlite;

/// <summary>Tells which errors of SQLite mean "not now" and which a unique index.</summary>
internal static class SqliteFaults
{
    /// <summary>Null when the exception is no fault of the database.</summary>
    public static Exception? Translate(Exception exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY } => new UniqueViolationException(exception),
        SqliteException sqlite when IsUnavailable(sqlite.SqliteErrorCode) =>
            new StorageUnavailableException($"The database file cannot be used now: {sqlite.Message}", sqlite),
        _ => null,
    };

    private static bool IsUnavailable(int code) => code
        is raw.SQLITE_FULL
        or raw.SQLITE_READONLY
        or raw.SQLITE_IOERR
        or raw.SQLITE_CANTOPEN
        or raw.SQLITE_BUSY
        or raw.SQLITE_LOCKED
        or raw.SQLITE_CORRUPT
        or raw.SQLITE_NOTADB
        or raw.SQLITE_PERM
        or raw.SQLITE_NOMEM;
}
