using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Retention;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>What hosting workflows asks of a store: commits in the middle of bursts, starts by time, routes that instances wait at.</summary>
public abstract class WorkflowHostCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Claim_OfABurstWithoutAnItem_IsHeldUntilItsLeaseEndsAndFinishedByTheBurst()
    {
        var instance = Some.Instance() with { SubStatus = "Executing" };
        var item = Continuation(instance);
        var middle = Some.Changes();
        middle.Instances.Add(Some.Write(instance, 0));
        middle.Claim = new(item, "node", Now + Lease);
        await ShouldCommitAsync(middle);
        (await ClaimAsync()).ShouldBeEmpty();

        var end = Some.Changes(new WorkLease(item.Id, 1));
        end.Instances.Add(Some.Write(instance, 1));
        await ShouldCommitAsync(end);

        Time.Advance(Lease * 2);
        (await ClaimAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Claim_OfABurstThatDied_IsTakenOverAndTheOldHolderCannotCommit()
    {
        var instance = Some.Instance() with { SubStatus = "Executing" };
        var item = Continuation(instance);
        var middle = Some.Changes();
        middle.Instances.Add(Some.Write(instance, 0));
        middle.Claim = new(item, "node", Now + Lease);
        await ShouldCommitAsync(middle);

        Time.Advance(Lease * 2);
        var taken = (await ClaimAsync()).ShouldHaveSingleItem();
        (taken.Item.Kind, taken.Item.InstanceId, taken.Attempts).ShouldBe((WorkKind.ContinueInstance, instance.Id, 2));

        var late = Some.Changes(new WorkLease(item.Id, 1));
        late.Instances.Add(Some.Write(instance, 1));
        (await Hub.Commits.CommitAsync([late], None)).ShouldBe([CommitOutcome.LeaseLost]);
        (await Hub.Instances.FindAsync(instance.Id, None)).ShouldNotBeNull().RowVersion.ShouldBe(1);
    }

    [Fact]
    public async Task Renewal_InTheMiddleOfABurst_KeepsTheItemAndMakesItContinueTheInstance()
    {
        await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos))], None);
        var item = (await ClaimAsync()).ShouldHaveSingleItem();
        var instance = Some.Instance() with { SubStatus = "Executing" };
        Time.Advance(Lease / 2);
        var middle = Some.Changes(item.Lease);
        middle.Instances.Add(Some.Write(instance, 0));
        middle.Renewal = new(Now + Lease, instance.Id);
        await ShouldCommitAsync(middle);

        Time.Advance(Lease * 0.75);
        (await ClaimAsync()).ShouldBeEmpty("the lease was prolonged");
        Time.Advance(Lease);
        var again = (await ClaimAsync()).ShouldHaveSingleItem();
        (again.Item.Id, again.Item.Kind, again.Item.InstanceId, again.Item.MessageId).ShouldBe((item.Item.Id, WorkKind.ContinueInstance, instance.Id, item.Item.MessageId));
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Renewal_OfAStartThatTheGateRefuses_WritesNothingAndLeavesTheItemToTheBurst()
    {
        var running = Some.Changes();
        running.Instances.Add(Some.Write(Some.Instance(definition: "singleton"), 0));
        await ShouldCommitAsync(running);
        await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos))], None);
        var item = (await ClaimAsync()).ShouldHaveSingleItem();
        var second = Some.Instance(definition: "singleton");
        var middle = Some.Changes(item.Lease);
        middle.Instances.Add(Some.Write(second, 0) with { Gate = new("singleton", null) });
        middle.Renewal = new(Now + Lease, second.Id);

        (await Hub.Commits.CommitAsync([middle], None)).ShouldBe([CommitOutcome.NotActivated]);

        (await Hub.Instances.FindAsync(second.Id, None)).ShouldBeNull();
        await ShouldCommitAsync(Some.Changes(item.Lease));
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Schedule_ByInterval_StartsOncePerDateAndMovesOn()
    {
        await PublishAsync(new(Now.AddMinutes(1), TimeSpan.FromMinutes(1)));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);
        (await Hub.Work.NextDueAsync(None)).ShouldBe(Now.AddMinutes(1));

        Time.Advance(TimeSpan.FromMinutes(1));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(1);
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);
        var start = (await ClaimAsync()).ShouldHaveSingleItem().Item;
        (start.Kind, start.DefinitionVersionId, start.TriggerActivityId, start.InstanceId).ShouldBe((WorkKind.DispatchWorkflow, "clock-1", "timer", null));

        // A night without a hub is one start, at the rhythm that it had.
        Time.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(10));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(1);
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(50));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(1);
    }

    [Fact]
    public async Task Schedule_ByCron_IsDueAtTheNextDateOfTheRule()
    {
        await PublishAsync(new(Now.AddSeconds(30), CronExpression: "0 0 * * * *"));

        Time.Advance(TimeSpan.FromMinutes(1));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(1);

        await ClaimAsync();
        Time.Advance(TimeSpan.FromMinutes(58));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);
        Time.Advance(TimeSpan.FromMinutes(1));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(1);
    }

    [Fact]
    public async Task Schedule_OfOneDate_IsOverAfterIt()
    {
        await PublishAsync(new(Now.AddMinutes(1)));

        Time.Advance(TimeSpan.FromDays(1));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(1);
        Time.Advance(TimeSpan.FromDays(1));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);
    }

    [Fact]
    public async Task Schedule_OfARetractedWorkflow_StartsNothing()
    {
        await PublishAsync(new(Now.AddMinutes(1), TimeSpan.FromMinutes(1)));
        await Hub.Definitions.ApplyAsync(new("clock", [], [], []), None);

        Time.Advance(TimeSpan.FromHours(1));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);
        (await Hub.Work.NextDueAsync(None)).ShouldBeNull();
    }

    [Fact]
    public async Task Schedule_FiredByTwoHubsAtOnce_StartsOnce()
    {
        var other = SecondHub();
        await PublishAsync(new(Now.AddMinutes(1), TimeSpan.FromHours(1)));
        Time.Advance(TimeSpan.FromMinutes(1));

        var fired = await Task.WhenAll(Hub.Work.FireTimersAsync(10, Now, None), other.Work.FireTimersAsync(10, Now, None));

        fired.Sum().ShouldBe(1);
        (await ClaimAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task HttpTemplate_WhereNobodyWaitsAnyMore_IsForgotten()
    {
        var (used, left) = (new HttpTemplate("/orders/{id}", "post"), new HttpTemplate("/bills/{id}", "get"));
        var instance = Some.Instance();
        var (here, there) = (Bookmark(used), Bookmark(left));
        var arrived = Some.Changes();
        arrived.Instances.Add(Some.Write(instance, 0, here, there));
        await ShouldCommitAsync(arrived);
        (await Hub.Get<IRetentionStore>().DeleteUnusedRoutesAsync(None)).ShouldBe(0);
        var went = Some.Changes();
        went.Instances.Add(Some.Write(instance, 1) with { RemovedBookmarkIds = [there.Id] });
        await ShouldCommitAsync(went);

        (await Hub.Get<IRetentionStore>().DeleteUnusedRoutesAsync(None)).ShouldBe(1);

        (await Hub.Instances.HttpTemplatesAsync(None)).ShouldBe([used]);

        BookmarkRow Bookmark(HttpTemplate template) => Some.Bookmark(instance, HttpStimulus.Of(template.Template, template.Method).Hash) with { HttpTemplate = template };
    }

    [Fact]
    public async Task HttpTemplate_OfABookmark_IsKeptOnce()
    {
        var instance = Some.Instance();
        var template = new HttpTemplate("/orders/{id}", "post");
        var changes = Some.Changes();
        changes.Instances.Add(Some.Write(instance, 0, Some.Bookmark(instance, "a") with { HttpTemplate = template }, Some.Bookmark(instance, "b") with { HttpTemplate = template }, Some.Bookmark(instance, "c")));
        await ShouldCommitAsync(changes);
        await ShouldCommitAsync(Again(template));

        (await Hub.Instances.HttpTemplatesAsync(None)).ShouldBe([template]);
    }

    [Fact]
    public async Task Delete_Instance_TakesTheWorkThatWasLeftForItAlong()
    {
        var instance = Some.Instance();
        var changes = Some.Changes();
        changes.Instances.Add(Some.Write(instance, 0));
        changes.WorkItems.Add(Some.Item() with { InstanceId = instance.Id });
        changes.WorkItems.Add(Some.Item());
        await ShouldCommitAsync(changes);

        (await Hub.Instances.DeleteAsync([instance.Id, "unknown"], None)).ShouldBe(1);

        (await ClaimAsync()).ShouldHaveSingleItem().Item.InstanceId.ShouldBeNull();
    }

    [Fact]
    public async Task Stimulus_ForOneRunOfAnActivity_ResumesOnlyThat()
    {
        var instance = Some.Instance();
        var (meant, other) = (Some.Bookmark(instance, "event"), Some.Bookmark(instance, "event"));
        var changes = Some.Changes();
        changes.Instances.Add(Some.Write(instance, 0, meant, other));
        changes.Stimuli.Add(new("Elsa.Event", "event", null) { ActivityInstanceId = meant.ActivityInstanceId });
        await ShouldCommitAsync(changes);

        (await ClaimAsync()).ShouldHaveSingleItem().Item.BookmarkId.ShouldBe(meant.Id);
    }

    [Fact]
    public async Task Stimuli_OfOneBatch_ResumeEachItsOwn()
    {
        var (first, second) = (Some.Instance() with { CorrelationId = "case-1" }, Some.Instance() with { CorrelationId = "case-2" });
        var (ofFirst, ofSecond) = (Some.Bookmark(first, "event"), Some.Bookmark(second, "event"));
        var forInstance = Some.Changes();
        forInstance.Instances.AddRange([Some.Write(first, 0, ofFirst), Some.Write(second, 0, ofSecond)]);
        forInstance.Stimuli.Add(new("Elsa.Event", "event", StimulusInput.Plain("1")) { InstanceId = first.Id });
        forInstance.Stimuli.Add(new("Elsa.Event", "event", StimulusInput.Plain("2")) { InstanceId = first.Id, CorrelationId = "case-2" });
        var forCase = Some.Changes();
        forCase.Stimuli.Add(new("Elsa.Event", "event", StimulusInput.Plain("3")) { CorrelationId = "case-2" });

        (await Hub.Commits.CommitAsync([forInstance, forCase], None)).ShouldBe([CommitOutcome.Committed, CommitOutcome.Committed]);

        (await ClaimAsync()).Select(item => (item.Item.BookmarkId, item.Item.Input)).ShouldBe([(ofFirst.Id, "1"), (ofSecond.Id, "3")], ignoreOrder: true);
    }

    [Fact]
    public async Task FindBookmarks_OfAnInstanceOrACorrelationId_FindsOnlyThose()
    {
        var (first, second) = (Some.Instance() with { CorrelationId = "case-1" }, Some.Instance() with { CorrelationId = "case-2" });
        var (ofFirst, ofSecond) = (Some.Bookmark(first, "event"), Some.Bookmark(second, "event"));
        var changes = Some.Changes();
        changes.Instances.AddRange([Some.Write(first, 0, ofFirst), Some.Write(second, 0, ofSecond)]);
        await ShouldCommitAsync(changes);

        (await FindAsync(null, null)).ShouldBe([ofFirst.Id, ofSecond.Id], ignoreOrder: true);
        (await FindAsync("case-2", null)).ShouldBe([ofSecond.Id]);
        (await FindAsync(null, first.Id)).ShouldBe([ofFirst.Id]);
        (await FindAsync("case-2", first.Id)).ShouldBeEmpty();

        async Task<IEnumerable<string>> FindAsync(string? correlationId, string? instanceId) =>
            (await Hub.Instances.FindBookmarksAsync(["event"], correlationId, instanceId, None)).Select(bookmark => bookmark.Id);
    }

    private ChangeSet Again(HttpTemplate template)
    {
        var instance = Some.Instance();
        var changes = Some.Changes();
        changes.Instances.Add(Some.Write(instance, 0, Some.Bookmark(instance, "d") with { HttpTemplate = template }));
        return changes;
    }

    private NewWorkItem Continuation(InstanceRow instance) =>
        new(Hub.Ids.Next<Pipeline.Ids.WorkItemId>(), WorkKind.ContinueInstance, "instance:" + instance.Id, Now, Now) { InstanceId = instance.Id };

    private Task PublishAsync(TriggerSchedule schedule) =>
        Hub.Definitions.ApplyAsync(new("clock", [], [], [new("clock-1:timer", "clock", "clock-1", "timer", "Elsa.Timer", "hash", null) { Schedule = schedule }]), None);

    private Task<IReadOnlyList<LeasedWorkItem>> ClaimAsync() => Hub.Work.ClaimAsync(10, "node", Lease, Now, None);

    private async Task ShouldCommitAsync(ChangeSet changes) => (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
}
