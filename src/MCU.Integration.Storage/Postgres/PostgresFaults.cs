using System.Net.Sockets;
using MCU.Integration.Storage.Database;
using Npgsql;

namespace MCU.Integration.Storage.Postgres;

/// <summary>Tells which errors of PostgreSQL mean "not now", which "again" and which a unique index.</summary>
internal static class PostgresFaults
{
    /// <summary>Null when the exception is no fault of the database.</summary>
    public static Exception? Translate(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => new UniqueViolationException(exception),
        PostgresException postgres when IsUnavailable(postgres.SqlState) || IsLostRace(postgres) =>
            new StorageUnavailableException($"The database cannot be used now: {postgres.MessageText}", postgres),
        PostgresException => null,
        NpgsqlException or SocketException or TimeoutException => new StorageUnavailableException("The database cannot be reached.", exception),
        _ => null,
    };

    public static bool IsLostRace(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    // Classes 08 connection, 53 resources (disk full), 57 operator intervention, 58 system error; 25006 is a read-only transaction.
    private static bool IsUnavailable(string state) =>
        state == PostgresErrorCodes.ReadOnlySqlTransaction
        || state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57", StringComparison.Ordinal)
        || state.StartsWith("58", StringComparison.Ordinal);
}
