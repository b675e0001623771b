using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Deliveries;
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

        (await Hub.Replies.ReserveAsync("a", "b", "c", Now, TimeSpan.FromMinutes(2), None)).ShouldBeNull("nothing was kept");
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
    public async Task Finish_LinkIsHeldByACommit_WaitsWithoutHoldingTheDelivery()
    {
        var caseId = Hub.Ids.Next<CaseId>();
        var made = new LinkMade(
            Hub.Ids.Next<LinkId>(), caseId, Sed, "card", "card-7", new SentMark(StatusWord.Routed, "R", "origin-1", "hash", "1", DateTimeOffset.UnixEpoch));
        await Hub.Deliveries.FinishAsync([await DeliveredAsync(caseId, made)], None);
        var result = await DeliveredAsync(caseId, made);

        // The committer locks links first and deliveries second; a sender that did it the other way round would meet it half-way.
        var finishing = await Hub.Get<HubDatabase>().WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("select id from links for update", null, None);
                var waiting = Hub.Deliveries.FinishAsync([result], None);
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                while (await session.ScalarAsync<long>("select count(*) from pg_locks where not granted", null, patience.Token) == 0)
                {
                    patience.Token.ThrowIfCancellationRequested();
                }

                await session.ExecuteAsync("select id from deliveries where state = 'waiting' for update nowait", null, None);
                return waiting;
            },
            None);

        (await finishing).ShouldHaveSingleItem().ShouldBeTrue();
    }

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

    private async Task<DeliveryResult> DeliveredAsync(CaseId caseId, LinkMade link)
    {
        await Hub.Commits.CommitAsync([Some.Changes(Some.Delivery(Sed) with { CaseId = caseId })], None);
        var claim = (await Hub.Deliveries.ClaimAsync(Sed, 1, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem();
        return new(claim.Lease, DeliveryState.Delivered, new(claim.Row.Attempts, Now, Now, "ticket", "done", 201, null), Now) { Link = link };
    }
}
