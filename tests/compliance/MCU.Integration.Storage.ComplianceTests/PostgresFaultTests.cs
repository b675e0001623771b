using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Migrations;
using Microsoft.Extensions.Hosting;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>What only PostgreSQL has: many nodes, a network between.</summary>
public sealed class PostgresFaultTests() : ComplianceTest(new PostgresUnderTest())
{
    [Fact]
    public async Task Migrate_TwoProcessesAtOnce_BothSucceed()
    {
        await using var empty = new PostgresUnderTest();
        await empty.CreateEmptyAsync();
        var nodes = Enumerable.Range(0, 3).Select(_ => empty.StartNode(Time)).ToList();

        await Task.WhenAll(nodes.Select(node => node.Get<IMigrator>().MigrateAsync(None)));

        (await nodes[0].Ledger.ReadAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_ConnectionLost_IsUnavailableAndKeepsNothing()
    {
        var message = Some.Message(Pos);
        var database = Hub.Get<HubDatabase>();

        await Should.ThrowAsync<StorageUnavailableException>(() => database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("insert into replies (caller, key, fingerprint, created_at) values ('a', 'b', 'c', now())", null, None);
                await session.ExecuteAsync("select pg_terminate_backend(pg_backend_pid())", null, None);
            },
            None));

        (await Hub.Replies.ReserveAsync("a", "b", "c", Now, None)).ShouldBeNull("nothing was kept");
        await Hub.Intake.AcceptAsync([Some.Acceptance(message)], None);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Write_ReadOnlyServer_IsUnavailable() =>
        await Should.ThrowAsync<StorageUnavailableException>(() => Hub.Get<HubDatabase>().WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("set transaction read only", null, None);
                await session.ExecuteAsync("update hub_state set value = value + 1", null, None);
            },
            None));

    [Fact]
    public async Task WakeUp_Signal_ReachesTheOtherNode()
    {
        var second = SecondHub();
        var services = new[] { Hub.Get<IHostedService>(), second.Get<IHostedService>() };
        foreach (var service in services)
        {
            await service.StartAsync(None);
        }

        // Once the other node listens it looks everywhere; what it hears after that comes from here.
        await second.WakeUp.WaitAsync(WakeUpChannel.Content, TimeSpan.FromDays(1), None);
        var heard = second.WakeUp.WaitAsync(WakeUpChannel.Content, TimeSpan.FromDays(1), None);
        heard.IsCompleted.ShouldBeFalse();
        Hub.WakeUp.Signal(WakeUpChannel.Content);
        await heard.WaitAsync(TimeSpan.FromSeconds(30));

        foreach (var service in services)
        {
            await service.StopAsync(None);
        }
    }
}
