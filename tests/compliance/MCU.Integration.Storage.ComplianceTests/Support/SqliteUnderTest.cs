namespace MCU.Integration.Storage.ComplianceTests.Support;

public sealed class SqliteUnderTest : StorageUnderTest
{
    public override bool ManyNodes => false;

    public override Task CreateAsync() => MigrateAsync();

    public override StorageOptions Options() => new() { DataDirectory = DataDirectory };

    protected override Task DropAsync() => Task.CompletedTask;
}
