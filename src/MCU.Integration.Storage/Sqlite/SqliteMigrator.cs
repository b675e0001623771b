using DbUp;
using DbUp.Builder;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Migrations;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Storage.Sqlite;

internal sealed class SqliteMigrator(SqliteFile file, HubDatabase database, TimeProvider time, ILogger<SqliteMigrator> logger) : HubMigrator(logger)
{
    public override async Task MigrateAsync(CancellationToken cancellation)
    {
        await base.MigrateAsync(cancellation);
        if (file.Inherit())
        {
            await InheritedLeases.EndAsync(database, time.GetUtcNow(), cancellation);
        }
    }

    protected override Task<IAsyncDisposable> HoldAsync(CancellationToken cancellation)
    {
        file.Lock();
        return Task.FromResult<IAsyncDisposable>(new Held());
    }

    protected override UpgradeEngineBuilder Prepare() => DeployChanges.To
        .SqliteDatabase(file.ConnectionString)
        .JournalToSqliteTable(JournalTable)
        .WithVariables(SchemaTypes.Sqlite);

    protected override Exception? Translate(Exception exception) => SqliteFaults.Translate(exception);

    /// <summary>The lock stays with the process.</summary>
    private sealed class Held : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
