using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.ComplianceTests;

public abstract class WorkQueueCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Fail_NotCounted_TakesTheAttemptBack()
    {
        await AcceptAsync(1, _ => null);
        for (var round = 0; round < 3; round++)
        {
            var postponed = (await Hub.Work.ClaimAsync(1, "node", Lease, Now, None)).ShouldHaveSingleItem();
            postponed.Attempts.ShouldBe(1);
            await Hub.Work.FailAsync([new(postponed.Lease, "unknown_record", null, Now) { NotCounted = true }], Now, None);
        }

        var failed = (await Hub.Work.ClaimAsync(1, "node", Lease, Now, None)).ShouldHaveSingleItem();
        await Hub.Work.FailAsync([new(failed.Lease, "burst_failed", null, Now)], Now, None);
        (await Hub.Work.ClaimAsync(1, "node", Lease, Now, None)).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Claim_DueItems_AreGivenOldestFirstAndOnce()
    {
        var messages = await AcceptAsync(3, _ => null);

        var claimed = await ClaimAsync(2);

        claimed.Select(item => item.Item.MessageId).ShouldBe([messages[0].Id, messages[1].Id]);
        claimed.ShouldAllBe(item => item.Attempts == 1 && item.LeasedUntil == Now + Lease);
        (await ClaimAsync(10)).Select(item => item.Item.MessageId).ShouldBe([messages[2].Id]);
        (await ClaimAsync(10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Claim_ItemsOfOneOrderKey_RunOneAfterTheOther()
    {
        var messages = await AcceptAsync(4, i => i == 3 ? "other" : "case");

        var first = await ClaimAsync(10);
        first.Select(item => item.Item.MessageId).ShouldBe([messages[0].Id, messages[3].Id]);

        await FinishAsync(first[0]);
        (await ClaimAsync(10)).Select(item => item.Item.MessageId).ShouldBe([messages[1].Id]);
    }

    [Fact]
    public async Task Claim_OlderItemOfItsKeyWaitsForARetry_IsHeldBack()
    {
        await AcceptAsync(2, _ => "case");
        var first = (await ClaimAsync(1))[0];

        await Hub.Work.FailAsync([new(first.Lease, "try_later", null, Now.AddMinutes(5))], Now, None);

        (await ClaimAsync(10)).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(5));
        (await ClaimAsync(10)).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Claim_DeadItemOfItsKey_HoldsNobody()
    {
        var messages = await AcceptAsync(2, _ => "case");
        var first = (await ClaimAsync(1))[0];

        await Hub.Work.FailAsync([new(first.Lease, "poison", "detail", null)], Now, None);

        (await ClaimAsync(10)).ShouldHaveSingleItem().Item.MessageId.ShouldBe(messages[1].Id);
        var row = (await Hub.Messages.FindAsync(messages[0].Id, None)).ShouldNotBeNull();
        (row.State, row.ReasonCode, row.Detail).ShouldBe((MessageState.Dead, "poison", "detail"));
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Claim_LeaseRanOut_IsGivenAgainAndTheOldLeaseCommitsNothing()
    {
        var message = (await AcceptAsync(1, _ => null))[0];
        var slept = (await ClaimAsync(1))[0];
        Time.Advance(Lease + TimeSpan.FromSeconds(1));

        var taken = (await ClaimAsync(1)).ShouldHaveSingleItem();

        taken.Lease.ItemId.ShouldBe(slept.Lease.ItemId);
        taken.Lease.Token.ShouldBeGreaterThan(slept.Lease.Token);
        taken.Attempts.ShouldBe(2);
        (await Hub.Commits.CommitAsync([Some.Changes(slept.Lease)], None)).ShouldBe([Pipeline.Commits.CommitOutcome.LeaseLost]);
        await Hub.Work.FailAsync([new(slept.Lease, "too_late", null, null)], Now, None);
        (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Waiting);
        await FinishAsync(taken);
        (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Processed);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Release_LeasesOfAStoppingNode_AreClaimableAtOnceAndUncounted()
    {
        await AcceptAsync(1, _ => null);
        var claimed = (await ClaimAsync(1))[0];

        await Hub.Work.ReleaseAsync([claimed.Lease], None);

        (await ClaimAsync(1)).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task NextDue_QueueAndTimers_IsTheEarliestThatCouldRun()
    {
        (await Hub.Work.NextDueAsync(None)).ShouldBeNull();
        var changes = Some.Changes();
        changes.WorkItems.Add(Some.Item(dueAt: Now.AddMinutes(10)));
        var instance = Some.Instance();
        changes.Instances.Add(Some.Write(instance, 0, Some.Bookmark(instance, "timer", Now.AddMinutes(3))));
        await Hub.Commits.CommitAsync([changes], None);
        (await Hub.Work.NextDueAsync(None)).ShouldBe(Now.AddMinutes(3));

        // An item behind a leased one of its key could not run; the lease's end is what is waited for.
        await AcceptAsync(2, _ => "case");
        await Hub.Work.ClaimAsync(1, "node", Lease, Now, None);
        (await Hub.Work.NextDueAsync(None)).ShouldBe(Now + Lease);
    }

    [Fact]
    public async Task FireTimers_DueOnes_BecomeItemsOnce()
    {
        var instance = Some.Instance();
        var (due, later) = (Some.Bookmark(instance, "a", Now.AddMinutes(1)), Some.Bookmark(instance, "b", Now.AddHours(1)));
        var changes = Some.Changes();
        changes.Instances.Add(Some.Write(instance, 0, due, later));
        await Hub.Commits.CommitAsync([changes], None);
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);

        Time.Advance(TimeSpan.FromMinutes(2));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(1);
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);

        var item = (await ClaimAsync(10)).ShouldHaveSingleItem().Item;
        (item.Kind, item.InstanceId, item.BookmarkId).ShouldBe((WorkKind.FireTimer, instance.Id, due.Id));
        (await Hub.Instances.BookmarksOfAsync(instance.Id, None)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Message_SeveralItems_EndsWithTheLastOfThem()
    {
        var (done, dead) = (Some.Message(Pos), Some.Message(Pos));
        await Hub.Intake.AcceptAsync([new(done, [Some.Item(done.Id), Some.Item(done.Id)], []), new(dead, [Some.Item(dead.Id), Some.Item(dead.Id)], [])], None);
        var items = (await ClaimAsync(10)).ToLookup(item => item.Item.MessageId);

        await FinishAsync(items[done.Id].First());
        await Hub.Work.FailAsync([new(items[dead.Id].First().Lease, "poison", null, null)], Now, None);
        (await Hub.Messages.FindAsync(done.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Waiting);
        (await Hub.Messages.FindAsync(dead.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Waiting);

        await FinishAsync(items[done.Id].Last());
        await FinishAsync(items[dead.Id].Last());
        (await Hub.Messages.FindAsync(done.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Processed);
        (await Hub.Messages.FindAsync(dead.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Dead);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Replay_DeadMessage_RunsItsDeadItemsOnce()
    {
        var message = (await AcceptAsync(1, _ => null))[0];
        var item = (await ClaimAsync(1))[0];
        await Hub.Work.FailAsync([new(item.Lease, "poison", null, null)], Now, None);

        (await Hub.Messages.ReplayAsync(message.Id, [], Now, None)).ShouldBeTrue();
        (await Hub.Messages.ReplayAsync(message.Id, [], Now, None)).ShouldBeFalse("a double click changes nothing");

        var again = (await ClaimAsync(10)).ShouldHaveSingleItem();
        again.Lease.Token.ShouldBeGreaterThan(item.Lease.Token);
        await FinishAsync(again);
        (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Processed);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Replay_MessageWithoutRoute_GetsTheNewItems()
    {
        var message = Some.Message(Pos);
        await Hub.Intake.AcceptAsync([new(message, [], [])], None);

        (await Hub.Messages.ReplayAsync(message.Id, [], Now, None)).ShouldBeFalse("there is still no route");
        (await Hub.Messages.ReplayAsync(message.Id, [Some.Item(message.Id)], Now, None)).ShouldBeTrue();

        (await ClaimAsync(10)).ShouldHaveSingleItem().Item.MessageId.ShouldBe(message.Id);
        (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull().ReasonCode.ShouldBeNull();
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task DeadWork_ItemWithoutAMessage_IsListedAndReplayedOnce()
    {
        var changes = Some.Changes();
        changes.WorkItems.Add(Some.Item());
        await Hub.Commits.CommitAsync([changes], None);
        var item = (await ClaimAsync(1))[0];
        await Hub.Work.FailAsync([new(item.Lease, "poison", "detail", null)], Now, None);
        var dead = Hub.Get<IDeadWork>();

        var listed = (await dead.ListAsync(new(), None)).Items.ShouldHaveSingleItem();
        (listed.Id, listed.ReasonCode, listed.Attempts).ShouldBe((item.Lease.ItemId, "poison", 1));
        (await dead.ReplayAsync(listed.Id, Now, None)).ShouldBeTrue();
        (await dead.ReplayAsync(listed.Id, Now, None)).ShouldBeFalse();
        (await ClaimAsync(10)).ShouldHaveSingleItem().Lease.ItemId.ShouldBe(listed.Id);
    }

    [Fact]
    public async Task Claim_TwoNodesAtOnce_NeverGiveTheSameItem()
    {
        var second = SecondHub();
        await AcceptAsync(200, i => i % 2 == 0 ? $"case-{i % 10}" : null);

        var claimed = new List<WorkLease>();
        while (true)
        {
            var rounds = await Task.WhenAll(
                Hub.Work.ClaimAsync(7, "one", Lease, Now, None),
                second.Work.ClaimAsync(7, "two", Lease, Now, None),
                Hub.Work.ClaimAsync(7, "three", Lease, Now, None));
            var items = rounds.SelectMany(round => round).ToList();
            if (items.Count == 0 && await Hub.Work.NextDueAsync(None) is null)
            {
                break;
            }

            items.Where(item => item.Item.OrderKey is not null).Select(item => item.Item.OrderKey).ShouldBeUnique();
            claimed.AddRange(items.Select(item => item.Lease));
            (await Hub.Commits.CommitAsync([.. items.Select(item => Some.Changes(item.Lease))], None)).ShouldAllBe(outcome => outcome == Pipeline.Commits.CommitOutcome.Committed);
        }

        claimed.Count.ShouldBe(200);
        claimed.Select(lease => lease.ItemId).ShouldBeUnique();
        await LedgerShouldAddUpAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task Claim_LongLane_ReadsEachBlockedItemOnce(int max)
    {
        await AcceptAsync(1_000, _ => "case");
        var other = (await AcceptAsync(1, _ => "other"))[0];

        (await ClaimAsync(max)).ShouldNotBeEmpty();
        (await ClaimAsync(max)).ShouldAllBe(item => item.Item.MessageId == other.Id);

        // What a claim walks over; the oldest of the lane is leased and not due.
        (await CountAsync($"select count(*) from work_items w where {WorkSql.Due}")).ShouldBe(0);
    }

    [Fact]
    public async Task Claim_ParkedItems_ComeForwardOneByOneInOrder()
    {
        var messages = await AcceptAsync(60, _ => "case");
        var order = new List<MessageId?>();
        while ((await ClaimAsync(64)) is [var item, ..] claimed)
        {
            claimed.Count.ShouldBe(1);
            order.Add(item.Item.MessageId);
            if (order.Count % 3 == 0)
            {
                await Hub.Work.FailAsync([new(item.Lease, "poison", null, null)], Now, None);
            }
            else
            {
                await FinishAsync(item);
            }
        }

        order.ShouldBe(messages.Select(message => (MessageId?)message.Id));
        (await CountAsync("select count(*) from work_items where parked = true")).ShouldBe(0);
    }

    [Fact]
    public async Task Claim_DeadItemReplayedBesideItsSuccessor_LeavesNobodyParked()
    {
        // Both run at once; whichever order they end in, the third comes forward.
        foreach (var first in (int[])[0, 1])
        {
            var key = $"case-{first}";
            var messages = await AcceptAsync(3, _ => key);
            var poison = (await ClaimAsync(10)).ShouldHaveSingleItem();
            await Hub.Work.FailAsync([new(poison.Lease, "poison", null, null)], Now, None);
            var second = (await ClaimAsync(10)).ShouldHaveSingleItem();
            await Hub.Messages.ReplayAsync(messages[0].Id, [], Now, None);
            var again = (await ClaimAsync(10)).ShouldHaveSingleItem();

            LeasedWorkItem[] running = [again, second];
            await FinishAsync(running[first]);
            (await ClaimAsync(10)).ShouldBeEmpty();
            await FinishAsync(running[1 - first]);

            var third = (await ClaimAsync(10)).ShouldHaveSingleItem();
            third.Item.MessageId.ShouldBe(messages[2].Id);
            await FinishAsync(third);
        }
    }

    [Fact]
    public async Task Delete_InstanceWithWork_LetsParkedSuccessorsCome()
    {
        var instance = Some.Instance();
        var (first, second) = (Some.Item(orderKey: "case") with { InstanceId = instance.Id }, Some.Item(orderKey: "case"));
        var changes = Some.Changes();
        changes.Instances.Add(Some.Write(instance, 0));
        changes.WorkItems.AddRange([first, second]);
        await Hub.Commits.CommitAsync([changes], None);
        (await ClaimAsync(10)).ShouldHaveSingleItem().Item.Id.ShouldBe(first.Id);

        await Hub.Instances.DeleteAsync([instance.Id], None);

        (await ClaimAsync(10)).ShouldHaveSingleItem().Item.Id.ShouldBe(second.Id);
    }

    private Task<long> CountAsync(string sql) =>
        Hub.Get<HubDatabase>().ReadAsync(session => session.ScalarAsync<long>(sql, new { now = Now }, None), None);

    private Task<IReadOnlyList<LeasedWorkItem>> ClaimAsync(int max) => Hub.Work.ClaimAsync(max, "node", Lease, Now, None);

    private async Task<List<NewMessage>> AcceptAsync(int count, Func<int, string?> orderKey)
    {
        var messages = Enumerable.Range(0, count).Select(_ => Some.Message(Pos)).ToList();
        await Hub.Intake.AcceptAsync([.. messages.Select((message, i) => Some.Acceptance(message, orderKey(i)))], None);
        return messages;
    }

    private async Task FinishAsync(LeasedWorkItem item) =>
        (await Hub.Commits.CommitAsync([Some.Changes(item.Lease)], None)).ShouldBe([Pipeline.Commits.CommitOutcome.Committed]);
}
