using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Migrations;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>What only SQLite has: one file, one hub.</summary>
public sealed class SqliteFaultTests() : ComplianceTest(new SqliteUnderTest())
{
    [Fact]
    public async Task Start_SecondHubOnTheFile_IsRefusedUntilTheFirstIsGone()
    {
        await Hub.Get<IMigrator>().MigrateAsync(None);
        var second = Storage.StartNode(Time);

        await Should.ThrowAsync<HubAlreadyRunningException>(() => second.Get<IMigrator>().MigrateAsync(None));
        await Should.ThrowAsync<HubAlreadyRunningException>(() => second.Ledger.ReadAsync(None));

        await Hub.DisposeAsync();
        await second.Get<IMigrator>().MigrateAsync(None);
        (await second.Ledger.ReadAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_DiskIsFull_IsUnavailableAndKeepsNothing()
    {
        var database = Hub.Get<HubDatabase>();
        await database.WriteAsync(session => session.ScalarAsync<long>("pragma max_page_count = 1", null, None), None);
        var big = Some.Message(Pos, content: new string('x', 4_000_000));

        await Should.ThrowAsync<StorageUnavailableException>(() => Hub.Intake.AcceptAsync([Some.Acceptance(big)], None));

        (await Hub.Messages.FindAsync(big.Id, None)).ShouldBeNull();
        (await Hub.Ledger.ReadAsync(None)).ShouldBeEmpty();

        // The connection was thrown away with its limit: there is room again.
        await Hub.Intake.AcceptAsync([Some.Acceptance(big)], None);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Write_ReadOnlyDatabase_IsUnavailable()
    {
        await Hub.Get<HubDatabase>().WriteAsync(session => session.ExecuteAsync("pragma query_only = on", null, None), None);

        await Should.ThrowAsync<StorageUnavailableException>(() => Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos))], None));
    }
}
