using Npgsql;

namespace MCU.Integration.Storage.Postgres;

/// <summary>Two pools: one whose commits wait for the disk, and a small one whose commits do not.</summary>
internal sealed class PostgresPools : IAsyncDisposable
{
    private const int LazyConnections = 8;

    // Queues are empty when their statements are planned, and the planner's statistics are those of another hour. It would read whole tables, which were
    // short then, go on doing so when they are long, and compile such a plan at every execution because its costs look high. Each access of the hub has its
    // index; so the plan is made once a connection, with the indexes. What the connection string says in Options still wins.
    private const string Plans = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off";

    public PostgresPools(string connectionString)
    {
        // No session leaves settings, locks or temporary objects behind, so nothing has to be reset at every use.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
        if (settings.MaxAutoPrepare == 0)
        {
            // Every statement of the hub is one of some hundred texts: planned once a connection.
            settings.MaxAutoPrepare = 300;
            settings.AutoPrepareMinUsages = 2;
        }

        settings.Options = $"{Plans} {settings.Options}".TrimEnd();
        Forced = NpgsqlDataSource.Create(settings);
        settings.Options += " -c synchronous_commit=off";
        settings.MaxPoolSize = LazyConnections;
        settings.MinPoolSize = 0;
        Lazy = NpgsqlDataSource.Create(settings);
    }

    public NpgsqlDataSource Forced { get; }

    public NpgsqlDataSource Lazy { get; }

    public async ValueTask DisposeAsync()
    {
        await Lazy.DisposeAsync();
        await Forced.DisposeAsync();
    }
}
