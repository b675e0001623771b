using DbUp;
using DbUp.Builder;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MCU.Integration.Storage.Postgres;

/// <summary>An advisory lock makes a second process wait; it then finds nothing to do.</summary>
internal sealed class PostgresMigrator(PostgresPools pools, StorageOptions options, ILogger<PostgresMigrator> logger) : HubMigrator(logger)
{
    protected override async Task<IAsyncDisposable> HoldAsync(CancellationToken cancellation)
    {
        try
        {
            var connection = await pools.Forced.OpenConnectionAsync(cancellation);
            await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 120 };
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = AdvisoryLocks.Migration });
            await command.ExecuteNonQueryAsync(cancellation);
            return new Held(connection);
        }
        catch (Exception exception) when (PostgresFaults.Translate(exception) is { } translated)
        {
            throw translated;
        }
    }

    protected override UpgradeEngineBuilder Prepare() => DeployChanges.To
        .PostgresqlDatabase(options.ConnectionString)
        .JournalToPostgresqlTable("public", JournalTable)
        .WithVariables(SchemaTypes.Postgres);

    protected override Exception? Translate(Exception exception) => PostgresFaults.Translate(exception);

    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // The pool would drop the lock only when it hands the connection out again.
            await using var command = new NpgsqlCommand("select pg_advisory_unlock($1)", connection);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = AdvisoryLocks.Migration });
            await command.ExecuteNonQueryAsync();
            await connection.DisposeAsync();
        }
    }
}
