using MCU.Integration.TestSupport;

namespace MCU.Integration.FunctionalTests.Hosting;

public sealed class PostgresHub : HubHost
{
    private string? _database;

    public override string? Missing => TestPostgres.Missing;

    /// <summary>What another hub needs to be a node beside this one: the database, and the keys of what is sealed in it.</summary>
    public IReadOnlyList<string> SettingsOfItsNodes =>
    [
        "--Hub:Storage:Provider=postgres",
        $"--ConnectionStrings:Hub={_database}",
        $"--Hub:Sealing:KeyFile={Path.Combine(DataDirectory, "keys", "hub.keys")}",
    ];

    protected override async Task<IReadOnlyList<string>> SettingsAsync()
    {
        _database = await TestPostgres.CreateDatabaseAsync();
        return SettingsOfItsNodes;
    }

    protected override Task CleanAsync() => _database is null ? Task.CompletedTask : TestPostgres.DropDatabaseAsync(_database);
}
