using MCU.Integration.Bench.Results;
using MCU.Integration.Bench.Sink;
using MCU.Integration.TestSupport;
using Npgsql;

namespace MCU.Integration.Bench.Hub;

/// <summary>What a scenario stands on: a database, a sink for deliveries, and hubs that use both.</summary>
internal sealed class TestBed(BenchFolder folder, DatabaseKind database, string content, BenchOptions options, Report report) : IAsyncDisposable
{
    private PostgresCluster? _cluster;
    private DeliverySink? _sink;

    public DatabaseKind Database { get; } = database;

    public string ContentRoot { get; } = content;

    public Report Report { get; } = report;

    /// <summary>The outside systems.</summary>
    public DeliverySink Sink => _sink ?? throw new InvalidOperationException("The sink starts with the first hub.");

    /// <summary>How often a figure is taken.</summary>
    public int Runs(int usual) => options.Quick ? 1 : options.Runs ?? usual;

    /// <summary>How much of something one run does.</summary>
    public int Count(int usual) => options.Quick ? Math.Max(10, usual / 10) : usual;

    /// <summary>Settings of a hub with an empty database of its own.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NewHubAsync()
    {
        _sink ??= await DeliverySink.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["Hub__DataDirectory"] = folder.Next("data"),
            ["Hub__Content__Root"] = ContentRoot,
            ["Hub__Outbound__AllowLoopback"] = "true",
            ["Hub__Adapters__pos__BaseUrl"] = _sink.Address,
            ["Hub__Adapters__sed__BaseUrl"] = _sink.Address,
            ["Hub__Storage__Provider"] = Database == DatabaseKind.Postgres ? "postgres" : "sqlite",
        };
        if (Database == DatabaseKind.Postgres)
        {
            settings["ConnectionStrings__Hub"] = await CreateDatabaseAsync();
        }

        return settings;
    }

    public Task<HubProcess> StartHubAsync(IReadOnlyDictionary<string, string> settings) =>
        HubProcess.StartAsync(options.HubFolder ?? AppContext.BaseDirectory, settings, Path.Combine(settings["Hub__DataDirectory"], "hub.log"));

    public async ValueTask DisposeAsync()
    {
        if (_sink is not null)
        {
            await _sink.DisposeAsync();
        }

        _cluster?.Stop();
    }

    private async Task<string> CreateDatabaseAsync()
    {
        _cluster ??= await PostgresCluster.StartAsync(durable: true);
        var name = $"bench_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(_cluster.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_cluster.AdminConnectionString) { Database = name }.ToString();
    }
}
