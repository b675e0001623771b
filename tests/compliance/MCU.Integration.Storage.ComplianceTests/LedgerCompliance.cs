using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.ComplianceTests;

public abstract class LedgerCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(20261123)]
    public async Task Ledger_RandomOperations_AlwaysEqualsTheRows(int seed)
    {
        var random = new Random(seed);
        var leases = new List<WorkLease>();
        var claims = new List<LeasedDelivery>();
        for (var step = 0; step < 150; step++)
        {
            await StepAsync(random, leases, claims);
            if (step % 10 == 0)
            {
                await LedgerShouldAddUpAsync();
            }
        }

        await LedgerShouldAddUpAsync();
        var before = await Hub.Ledger.ReadAsync(None);
        (await Hub.Ledger.CompactAsync(None)).ShouldBeGreaterThan(0);
        (await Hub.Ledger.ReadAsync(None)).ShouldBe(before);
        before.ShouldAllBe(line => line.Received == line.Rejected + line.Accepted && line.Accepted == line.Processed + line.Waiting + line.Dead);
        before.ShouldAllBe(line => line.DeliveriesCreated == line.Delivered + line.Refused + line.Superseded + line.DeliveriesWaiting + line.Held + line.DeliveriesDead);
    }

    [Fact]
    public async Task Compact_WhileOthersWrite_LosesNothing()
    {
        var writers = Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < 15; i++)
            {
                await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos))], None);
            }
        }).ToList();
        var all = Task.WhenAll(writers);
        while (!all.IsCompleted)
        {
            await Hub.Ledger.CompactAsync(None);
            (await Hub.Ledger.CompareAsync(None)).ShouldBeEmpty("both sides are of one instant");
        }

        await all;
        await Hub.Ledger.CompactAsync(None);
        (await Hub.Ledger.ReadAsync(None)).ShouldHaveSingleItem().Waiting.ShouldBe(60);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Compare_FiguresThatAreNotWhatTheRowsSay_NamesThem()
    {
        var opened = Some.NewCase(Some.Submission());
        var changes = Some.Changes(Some.Delivery(Sed));
        changes.Cases.Add(opened);
        await Hub.Commits.CommitAsync([changes], None);
        (await Hub.Ledger.CompareAsync(None)).ShouldBeEmpty();

        await Hub.Get<HubDatabase>().WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("update cases set status = 'closed'", null, None);
                await session.ExecuteAsync("delete from deliveries", null, None);
            },
            None);

        (await Hub.Ledger.CompareAsync(None)).ShouldBe([new("", "case.closed", 0, 1), new("", "case.received", 1, 0), new(Sed, "delivery.waiting", 1, 0)]);
    }

    private async Task StepAsync(Random random, List<WorkLease> leases, List<LeasedDelivery> claims)
    {
        switch (random.Next(9))
        {
            case 0:
                var message = Some.Message(random.Next(2) == 0 ? Pos : Sed, $"key-{random.Next(60)}", $"content-{random.Next(2)}");
                await Hub.Intake.AcceptAsync([random.Next(4) == 0 ? new(message, [], []) : Some.Acceptance(message, $"case-{random.Next(5)}")], None);
                break;
            case 1:
                leases.AddRange((await Hub.Work.ClaimAsync(random.Next(1, 5), "node", Lease, Now, None)).Select(item => item.Lease));
                break;
            case 2 when leases.Count > 0:
                var changes = Some.Changes(Take(random, leases));
                changes.Deliveries.Add(Some.Delivery(Sed, $"case-{random.Next(4)}") with { SupersedeKey = "status" });
                if (random.Next(2) == 0)
                {
                    changes.Supersedes.Add(new(Sed, changes.Deliveries[0].Lane, "status", changes.Deliveries[0].Id));
                }

                await Hub.Commits.CommitAsync([changes], None);
                break;
            case 3 when leases.Count > 0:
                await Hub.Work.FailAsync([new(Take(random, leases), "failed", null, random.Next(2) == 0 ? Now : null)], Now, None);
                break;
            case 4:
                claims.AddRange(await Hub.Deliveries.ClaimAsync(Sed, random.Next(1, 4), "node", Lease, Now, None));
                break;
            case 5 when claims.Count > 0:
                var claim = Take(random, claims);
                var state = (DeliveryState)random.Next(6);
                await Hub.Deliveries.FinishAsync([new(claim.Lease, state, new(claim.Row.Attempts, Now, Now, "step", "done", 200, null), Now)], None);
                break;
            case 6:
                foreach (var row in (await Hub.Deliveries.ListAsync(new(), new(null, 5), None)).Items)
                {
                    _ = random.Next(2) == 0 ? await Hub.Deliveries.ReplayAsync(row.Id, Now, None) : await Hub.Deliveries.ReleaseAsync(row.Id, Now, None);
                }

                break;
            case 7:
                foreach (var row in (await Hub.Messages.ListAsync(new() { State = Pipeline.Messages.MessageState.Dead }, new(null, 3), None)).Items)
                {
                    await Hub.Messages.ReplayAsync(row.Id, [Some.Item(row.Id)], Now, None);
                }

                break;
            default:
                Time.Advance(TimeSpan.FromSeconds(random.Next(60)));
                break;
        }
    }

    private static T Take<T>(Random random, List<T> from)
    {
        var at = random.Next(from.Count);
        var taken = from[at];
        from.RemoveAt(at);
        return taken;
    }
}
