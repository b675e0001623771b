using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Storage.Migrations;

/// <summary>DbUp with the embedded scripts; what each database does so that two processes do not migrate at once is its own.</summary>
internal abstract partial class HubMigrator(ILogger logger) : IMigrator
{
    protected const string JournalTable = "schema_versions";

    public virtual async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var held = await HoldAsync(cancellation);
        var engine = Prepare()
            .WithScriptsEmbeddedInAssembly(typeof(HubMigrator).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();

        RefuseNewer(engine);
        var result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw Refusal(result.Error) ?? Translate(result.Error) ?? new InvalidOperationException($"The migration {result.ErrorScript?.Name} failed.", result.Error);
        }

        foreach (var script in result.Scripts)
        {
            Log.Migrated(logger, script.Name);
        }
    }

    /// <summary>Keeps other processes from migrating until it is disposed.</summary>
    protected abstract Task<IAsyncDisposable> HoldAsync(CancellationToken cancellation);

    protected abstract UpgradeEngineBuilder Prepare();

    protected abstract Exception? Translate(Exception exception);

    // The constraint of a script that lets no such database pass.
    private static UnboundSealsException? Refusal(Exception error) =>
        error.Message.Contains("unbound_seals", StringComparison.Ordinal) ? new(error) : null;

    private static void RefuseNewer(UpgradeEngine engine)
    {
        var known = engine.GetDiscoveredScripts().Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = engine.GetExecutedScripts().Where(name => !known.Contains(name)).ToList();
        if (unknown.Count > 0)
        {
            throw new SchemaTooNewException(unknown);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "Migration {Script} was applied")]
        public static partial void Migrated(ILogger logger, string script);
    }
}
