using MCU.Integration.Storage.Migrations;
using MCU.Integration.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Storage.ComplianceTests.Support;

public sealed class PostgresUnderTest : StorageUnderTest
{
    private string? _connectionString;

    public override bool ManyNodes => true;

    public override string? Missing => TestPostgres.Missing;

    public override async Task CreateAsync() => _connectionString = await TestPostgres.CreateDatabaseAsync("migrated", PrepareAsync);

    public async Task CreateEmptyAsync() => _connectionString = await TestPostgres.CreateDatabaseAsync();

    public override StorageOptions Options() => Options(_connectionString);

    protected override Task DropAsync() => _connectionString is null ? Task.CompletedTask : TestPostgres.DropDatabaseAsync(_connectionString);

    private StorageOptions Options(string? connectionString) =>
        new() { Provider = StorageProvider.Postgres, ConnectionString = connectionString, DataDirectory = DataDirectory };

    private async Task PrepareAsync(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        services.AddLogging();
        services.AddHubStorage(Options(connectionString));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IMigrator>().MigrateAsync(CancellationToken.None);
    }
}
