using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

public abstract class CommitCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    [Fact]
    public async Task Commit_WholeBurst_WritesEverything()
    {
        var message = Some.Message(Pos);
        await Hub.Intake.AcceptAsync([Some.Acceptance(message)], None);
        var item = await ClaimOneAsync();
        var applicant = Hub.Ids.Next<ApplicantId>();
        var submission = Some.Submission() with { ApplicantId = applicant };
        var opened = Some.NewCase(submission);
        var instance = Some.Instance();
        var bookmark = Some.Bookmark(instance, "wait");
        var delivery = Some.Delivery(Sed) with { CaseId = opened.Case.Id, CausedBy = message.Id };
        var changes = Some.Changes(item.Lease);
        changes.Submissions.Add(new(submission, TestSealer.Body("canonical submission"), new(applicant, TestSealer.Body("person"), [("surname", [1, 2, 3])])));
        changes.Cases.Add(opened);
        changes.Links.Add(new(Some.Link(opened.Case.Id, "card-1"), 0));
        changes.Instances.Add(new(instance, 0, TestSealer.Body("state"), [bookmark], [], new(instance.Id, 0, 3, TestSealer.Body("journal"))));
        changes.Bodies.Add(new(message.Id, BodyPart.Canonical, TestSealer.Body("canonical")));
        changes.MessageCases.Add(new(message.Id, opened.Case.Id));
        changes.Deliveries.Add(delivery);
        changes.Attachments.Add(Write(Attachment(opened.Case.Id, "file-1")));
        changes.WorkItems.Add(Some.Item());

        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);

        (await Hub.Cases.FindAsync(opened.Case.Id, None)).ShouldBe(opened.Case);
        (await Hub.Cases.EventsAsync(opened.Case.Id, None)).ShouldBe(opened.Events);
        (await Hub.Cases.FindByNumberAsync(opened.Case.Number, None)).ShouldBe(opened.Case);
        (await Hub.Cases.FindSubmissionAsync("pos", submission.ExternalId, None)).ShouldBe(submission);
        (await Hub.Cases.CasesOfAsync(submission.Id, None)).ShouldBe([opened.Case]);
        TestSealer.Text((await Hub.Cases.ApplicantAsync(applicant, None)).ShouldNotBeNull()).ShouldBe("person");
        TestSealer.Text((await Hub.Cases.SubmissionBodyAsync(submission.Id, None)).ShouldNotBeNull()).ShouldBe("canonical submission");
        (await Hub.Cases.FindLinkAsync(Sed, "card", "card-1", None)).ShouldNotBeNull().CaseId.ShouldBe(opened.Case.Id);
        var loaded = (await Hub.Instances.LoadAsync(instance.Id, None)).ShouldNotBeNull();
        loaded.Row.ShouldBe(instance with { RowVersion = 1 });
        TestSealer.Text(loaded.State).ShouldBe("state");
        (await Hub.Instances.FindBookmarksAsync(["wait"], null, null, None)).ShouldBe([bookmark]);
        (await Hub.Instances.JournalAsync(instance.Id, None)).ShouldHaveSingleItem().EntryCount.ShouldBe(3);
        TestSealer.Text((await Hub.Messages.BodyAsync(message.Id, BodyPart.Canonical, None)).ShouldNotBeNull()).ShouldBe("canonical");
        var row = (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull();
        (row.State, row.CaseIds, row.FinishedAt).ShouldBe((MessageState.Processed, [opened.Case.Id], Now));
        (await Hub.Messages.FindAsync(delivery.Document.Id, None)).ShouldNotBeNull().CaseIds.ShouldBe([opened.Case.Id]);
        (await Hub.Deliveries.FindAsync(delivery.Id, None)).ShouldNotBeNull().State.ShouldBe(DeliveryState.Waiting);
        (await Hub.Attachments.OfCaseAsync(opened.Case.Id, submission.Id, None)).ShouldHaveSingleItem().Name.ShouldBe("фото.jpg");
        (await ClaimOneAsync()).Item.Kind.ShouldBe(WorkKind.DispatchWorkflow);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Commit_StaleInstanceVersion_IsAConflictAndWritesNothing()
    {
        var instance = Some.Instance();
        await CommitAsync(Some.Write(instance, 0));
        await CommitAsync(Some.Write(instance, 1));
        var stale = Some.Changes();
        stale.Instances.Add(Some.Write(instance, 1));
        stale.WorkItems.Add(Some.Item());

        (await Hub.Commits.CommitAsync([stale], None)).ShouldBe([CommitOutcome.Conflict]);

        (await Hub.Instances.FindAsync(instance.Id, None)).ShouldNotBeNull().RowVersion.ShouldBe(2);
        (await Hub.Work.NextDueAsync(None)).ShouldBeNull();
    }

    [Fact]
    public async Task Commit_SetsOfOneBatch_AreJudgedAgainstEarlierOnes()
    {
        var submission = Some.Submission();
        var opened = Some.NewCase(submission);
        var routed = Some.Route(opened.Case);
        var stale = Some.Route(opened.Case, "water");
        var guarded = Some.Changes();
        guarded.CaseGuards.Add(new(opened.Case.Id, opened.Case.Version));

        var outcomes = await Hub.Commits.CommitAsync([Changes(opened), Changes(routed), Changes(stale), guarded], None);

        outcomes.ShouldBe([CommitOutcome.Committed, CommitOutcome.Committed, CommitOutcome.Conflict, CommitOutcome.Conflict]);
        (await Hub.Cases.FindAsync(opened.Case.Id, None)).ShouldBe(routed.Case);
        (await Hub.Cases.EventsAsync(opened.Case.Id, None)).ShouldBe([.. opened.Events, .. routed.Events]);
        await CaseFiguresShouldAddUpAsync();
    }

    [Fact]
    public async Task Commit_UniqueViolationInABatch_SpoilsOnlyItsOwnSet()
    {
        var submission = Some.Submission("one and the same");
        var first = Changes(Some.NewCase(submission));
        first.Submissions.Add(new(submission, TestSealer.Body("a"), null));
        var twin = Some.Submission("one and the same");
        var second = Changes(Some.NewCase(twin));
        second.Submissions.Add(new(twin, TestSealer.Body("b"), null));
        var third = Changes(Some.NewCase(Some.Submission()));

        (await Hub.Commits.CommitAsync([first, second, third], None)).ShouldBe([CommitOutcome.Committed, CommitOutcome.Conflict, CommitOutcome.Committed]);

        (await Hub.Cases.FindAsync(second.Cases[0].Case.Id, None)).ShouldBeNull();
        (await Hub.Cases.FindAsync(third.Cases[0].Case.Id, None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Commit_RowThatTheDatabaseRefuses_SpoilsOnlyItsOwnSet()
    {
        var broken = Some.Changes();
        broken.Instances.Add(Some.Write(Some.Instance() with { SnapshotHash = "of no snapshot" }, 0));
        var sound = Changes(Some.NewCase(Some.Submission()));

        (await Hub.Commits.CommitAsync([broken, sound], None)).ShouldBe([CommitOutcome.Refused, CommitOutcome.Committed]);
    }

    [Fact]
    public async Task Commit_SameLeaseTwice_CountsOnce()
    {
        await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos))], None);
        var item = await ClaimOneAsync();

        (await Hub.Commits.CommitAsync([Some.Changes(item.Lease), Some.Changes(item.Lease)], None)).ShouldBe([CommitOutcome.Committed, CommitOutcome.LeaseLost]);

        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Commit_Fault_KeepsTheWritesAndBuriesTheItemWithItsInstance()
    {
        var message = Some.Message(Pos);
        await Hub.Intake.AcceptAsync([Some.Acceptance(message)], None);
        var item = await ClaimOneAsync();
        var instance = Some.Instance();
        var changes = Some.Changes(item.Lease);
        changes.Instances.Add(Some.Write(instance, 0));
        changes.Fault = new(item.Lease, "activity_faulted", "map-1", null);

        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);

        (await Hub.Instances.FindAsync(instance.Id, None)).ShouldNotBeNull();
        var row = (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull();
        (row.State, row.ReasonCode, row.Detail).ShouldBe((MessageState.Dead, "activity_faulted", "map-1"));
        (await Hub.Messages.ReplayAsync(message.Id, [], Now, None)).ShouldBeTrue();
        (await ClaimOneAsync()).Item.InstanceId.ShouldBe(instance.Id);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Commit_Stimulus_ResumesTheBookmarksThatMatch()
    {
        var (here, elsewhere) = (Some.Instance() with { CorrelationId = "case-1" }, Some.Instance() with { CorrelationId = "case-2" });
        var gone = Some.Bookmark(here, "moment");
        await CommitAsync(Some.Write(here, 0, gone), Some.Write(elsewhere, 0, Some.Bookmark(elsewhere, "moment")));
        var kept = Some.Bookmark(here, "moment");
        var changes = Some.Changes();
        changes.Instances.Add(Some.Write(here, 1, kept) with { RemovedBookmarkIds = [gone.Id] });
        changes.Stimuli.Add(new("Moment", "moment", StimulusInput.Plain("{\"a\":1}")) { CorrelationId = "case-1" });

        await Hub.Commits.CommitAsync([changes], None);

        var item = (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem().Item;
        (item.BookmarkId, item.Input, item.CorrelationId).ShouldBe((kept.Id, "{\"a\":1}", "case-1"));
    }

    [Fact]
    public async Task Commit_BookmarkRemoved_TakesItsTimerAlong()
    {
        var instance = Some.Instance();
        var timer = Some.Bookmark(instance, "timer", Now.AddMinutes(1));
        await CommitAsync(Some.Write(instance, 0, timer));

        await CommitAsync(Some.Write(instance, 1) with { RemovedBookmarkIds = [timer.Id] });

        Time.Advance(TimeSpan.FromHours(1));
        (await Hub.Work.FireTimersAsync(10, Now, None)).ShouldBe(0);
    }

    [Fact]
    public async Task Commit_ActivationGate_LetsOneStartAndFinishesTheOthers()
    {
        await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos)), Some.Acceptance(Some.Message(Pos))], None);
        var items = await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None);
        var sets = items.Select(item =>
        {
            var changes = Some.Changes(item.Lease);
            changes.Instances.Add(Some.Write(Some.Instance(definition: "singleton"), 0) with { Gate = new("singleton", null) });
            return changes;
        }).ToList();

        (await Hub.Commits.CommitAsync(sets, None)).ShouldBe([CommitOutcome.Committed, CommitOutcome.NotActivated]);
        var late = Some.Changes();
        late.Instances.Add(Some.Write(Some.Instance(definition: "singleton"), 0) with { Gate = new("singleton", null) });
        (await Hub.Commits.CommitAsync([late], None)).ShouldBe([CommitOutcome.NotActivated]);

        (await Hub.Instances.AnyRunningAsync(new("singleton", null), None)).ShouldBeTrue();
        (await Hub.Instances.ListAsync(new() { DefinitionIds = ["singleton"] }, 0, 10, None)).Total.ShouldBe(1);
        (await Hub.Work.NextDueAsync(None)).ShouldBeNull();
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Commit_Supersede_TakesBackWhatWasNeverAttempted()
    {
        var (old, other) = (Some.Delivery(Sed, "case-1") with { SupersedeKey = "status" }, Some.Delivery(Sed, "case-2") with { SupersedeKey = "status" });
        await Hub.Commits.CommitAsync([Some.Changes(old, other)], None);
        var newer = Some.Delivery(Sed, "case-1") with { SupersedeKey = "status" };
        var changes = Some.Changes(newer);
        changes.Supersedes.Add(new(Sed, "case-1", "status", newer.Id));

        await Hub.Commits.CommitAsync([changes], None);

        (await Hub.Deliveries.FindAsync(old.Id, None)).ShouldNotBeNull().State.ShouldBe(DeliveryState.Superseded);
        (await Hub.Deliveries.FindAsync(newer.Id, None)).ShouldNotBeNull().HeldBehind.ShouldBeNull();
        (await Hub.Deliveries.ClaimAsync(Sed, 10, "node", TimeSpan.FromMinutes(1), Now, None)).Select(claim => claim.Row.Id).ShouldBe([other.Id, newer.Id], ignoreOrder: true);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Commit_TwoNodesOnOneCase_OneWinsEachRound()
    {
        var second = SecondHub();
        var opened = Some.NewCase(Some.Submission());
        await Hub.Commits.CommitAsync([Changes(opened)], None);

        for (var round = 0; round < 10; round++)
        {
            var read = (await Hub.Cases.FindAsync(opened.Case.Id, None)).ShouldNotBeNull();
            var outcomes = await Task.WhenAll(
                Hub.Commits.CommitAsync([Changes(Some.Route(read, $"roads-{round}"))], None),
                second.Commits.CommitAsync([Changes(Some.Route(read, $"water-{round}"))], None));
            outcomes.SelectMany(outcome => outcome).ShouldBe([CommitOutcome.Committed, CommitOutcome.Conflict], ignoreOrder: true);
        }

        var events = await Hub.Cases.EventsAsync(opened.Case.Id, None);
        events.Select(added => added.Sequence).ShouldBe(Enumerable.Range(1, events.Count).Select(i => (long)i));
        (await Hub.Cases.FindAsync(opened.Case.Id, None)).ShouldBe(events.Aggregate((Case?)null, (state, added) => CaseFold.Apply(state, added)));
    }

    private static ChangeSet Changes(CaseWrite write)
    {
        var changes = new ChangeSet { Now = write.Events[0].RecordedAt };
        changes.Cases.Add(write);
        return changes;
    }

    [Fact]
    public async Task Commit_SubmissionWithTwoCases_GivesBothTheMessageAndItsFiles()
    {
        var message = Some.Message(Pos);
        await Hub.Intake.AcceptAsync([Some.Acceptance(message)], None);
        var submission = Some.Submission();
        var (roads, lights) = (Some.NewCase(submission), Some.NewCase(submission));
        var changes = Some.Changes((await ClaimOneAsync()).Lease);
        changes.Submissions.Add(new(submission, TestSealer.Body("canonical"), null));
        changes.Cases.AddRange([roads, lights]);
        changes.MessageCases.AddRange([new(message.Id, roads.Case.Id), new(message.Id, lights.Case.Id), new(message.Id, roads.Case.Id)]);
        changes.Attachments.AddRange(
        [
            Write(Attachment(null, "photo") with { SubmissionId = submission.Id }), Write(Attachment(roads.Case.Id, "act")), Write(Attachment(lights.Case.Id, "act")),
        ]);
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);

        foreach (var opened in (CaseId[])[roads.Case.Id, lights.Case.Id])
        {
            (await Hub.Messages.ListAsync(new() { CaseId = opened }, new(), None)).Items.ShouldHaveSingleItem().CaseIds.ShouldBe([roads.Case.Id, lights.Case.Id]);
            (await Hub.Attachments.OfCaseAsync(opened, submission.Id, None)).Select(file => file.ExternalId).ShouldBe(["photo", "act"]);
        }

        // The submission comes again and names its file again.
        var repeated = Some.Changes();
        repeated.Attachments.Add(Write(Attachment(null, "photo") with { SubmissionId = submission.Id }));
        (await Hub.Commits.CommitAsync([repeated], None)).ShouldBe([CommitOutcome.Committed]);
        (await Hub.Attachments.OfCaseAsync(roads.Case.Id, submission.Id, None)).Count.ShouldBe(2);
    }

    private AttachmentWrite Write(AttachmentRow row) => new(row, AttachmentDetails.Seal(Hub.Get<ISealer>(), row));

    private AttachmentRow Attachment(CaseId? caseId, string externalId) =>
        new(Hub.Ids.Next<AttachmentId>(), null, caseId, Pos, externalId, "/files/1", "фото.jpg", "image/jpeg", 1024, null, null, null, Now);

    private async Task CommitAsync(params InstanceWrite[] writes)
    {
        var changes = Some.Changes();
        changes.Instances.AddRange(writes);
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
    }

    private async Task<LeasedWorkItem> ClaimOneAsync() =>
        (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem();
}
