using MCU.Integration.TestSupport;

namespace MCU.Integration.FunctionalTests.Hosting;

public sealed class PostgresHub : HubHost
{
    private string? _database;

    public override string? Missing => TestPostgres.Missing;

    protected override async Task<IReadOnlyList<string>> SettingsAsync()
    {
        _database = await TestPostgres.CreateDatabaseAsync();
        return ["--Hub:Storage:Provider=postgres", $"--ConnectionStrings:Hub={_database}"];
    }

    protected override Task CleanAsync() => _database is null ? Task.CompletedTask : TestPostgres.DropDatabaseAsync(_database);
}
