using MCU.Integration.TestSupport;

namespace MCU.Integration.CrashTests.Hosting;

public sealed class PostgresSite : HubSite
{
    private readonly string _connectionString;

    private PostgresSite(string connectionString) => _connectionString = connectionString;

    protected override IEnumerable<string> Database => ["--Hub:Storage:Provider=postgres", $"--ConnectionStrings:Hub={_connectionString}"];

    public static async Task<HubSite> CreateAsync() => new PostgresSite(await TestPostgres.CreateDatabaseAsync());

    public override async ValueTask DisposeAsync()
    {
        await TestPostgres.DropDatabaseAsync(_connectionString);
        await base.DisposeAsync();
    }
}
