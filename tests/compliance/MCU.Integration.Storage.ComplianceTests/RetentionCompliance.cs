using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Retention;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>What is old and over is erased; what is not over never is.</summary>
public abstract class RetentionCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private IRetentionStore Retention => Hub.Get<IRetentionStore>();

    [Fact]
    public async Task Bodies_OfFinishedMessages_AreErasedAndTheRowsStay()
    {
        var (done, waiting) = (Some.Message(Pos), Some.Message(Pos));
        await Hub.Intake.AcceptAsync([Some.Acceptance(done, "first")], None);
        await ProcessAsync();
        await Hub.Intake.AcceptAsync([Some.Acceptance(waiting)], None);
        var (delivered, open) = (Some.Delivery(Sed), Some.Delivery(Sed));
        await Hub.Commits.CommitAsync([Some.Changes(Keyed(delivered), Keyed(open))], None);
        await FinishAsync(delivered);
        Time.Advance(TimeSpan.FromDays(91));

        (await Retention.EraseBodiesAsync(Now.AddDays(-90), 10, None)).ShouldBe(2);

        (await Hub.Messages.BodyAsync(done.Id, BodyPart.Raw, None)).ShouldBeNull();
        (await Hub.Messages.FindAsync(done.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Processed);
        (await Hub.Messages.BodyAsync(delivered.Document.Id, BodyPart.Raw, None)).ShouldBeNull();
        (await Hub.Messages.BodyAsync(waiting.Id, BodyPart.Raw, None)).ShouldNotBeNull();
        (await Hub.Messages.BodyAsync(open.Document.Id, BodyPart.Raw, None)).ShouldNotBeNull();
        (await Retention.EraseBodiesAsync(Now.AddDays(-90), 10, None)).ShouldBe(0);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Bodies_InBatches_GoOldestFirst()
    {
        for (var i = 0; i < 3; i++)
        {
            await Hub.Intake.AcceptAsync([Some.Acceptance(Some.Message(Pos))], None);
            await ProcessAsync();
        }

        Time.Advance(TimeSpan.FromDays(91));
        (await Retention.EraseBodiesAsync(Now.AddDays(-90), 2, None)).ShouldBe(2);
        (await Retention.EraseBodiesAsync(Now.AddDays(-90), 2, None)).ShouldBe(1);
    }

    [Fact]
    public async Task Replay_OfADeliveryWhoseDocumentWasErased_IsRefused()
    {
        var refused = Some.Delivery(Sed);
        await Hub.Commits.CommitAsync([Some.Changes(Keyed(refused))], None);
        await FinishAsync(refused, DeliveryState.Refused);
        Time.Advance(TimeSpan.FromDays(91));
        (await Retention.EraseBodiesAsync(Now.AddDays(-90), 10, None)).ShouldBe(1);

        (await Hub.Deliveries.ReplayAsync(refused.Id, Now, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Instances_ThatFinished_AreDeleted_AndFaultedOnesWait()
    {
        var done = Some.Instance(status: "Finished") with { FinishedAt = Now };
        var faulted = Some.Instance(status: "Finished") with { SubStatus = "Faulted", FinishedAt = Now };
        var running = Some.Instance();
        var changes = Some.Changes((WorkLease?)null);
        changes.Instances.AddRange([Some.Write(done, 0), Some.Write(faulted, 0), Some.Write(running, 0)]);
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
        Time.Advance(TimeSpan.FromDays(91));

        (await Retention.DeleteInstancesAsync(Now.AddDays(-90), 10, None)).ShouldBe(1);

        (await Hub.Instances.FindAsync(done.Id, None)).ShouldBeNull();
        (await Hub.Instances.FindAsync(faulted.Id, None)).ShouldNotBeNull();
        (await Hub.Instances.FindAsync(running.Id, None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Keys_ThatSealNothingAnyMore_AreDestroyed()
    {
        var (used, unused) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Hub.DataKeys.AddOrGet(new(used, SealedClass.Applicant, new(2025, 1, 1), "master", [1]));
        Hub.DataKeys.AddOrGet(new(unused, SealedClass.Instance, new(2025, 1, 1), "master", [1]));
        Hub.DataKeys.AddOrGet(new(Guid.CreateVersion7(), SealedClass.Instance, new(2026, 3, 1), "master", [1]));
        var applicant = Hub.Ids.Next<Domain.Ids.ApplicantId>();
        var submission = Some.Submission() with { ApplicantId = applicant };
        var changes = Some.Changes((WorkLease?)null);
        changes.Submissions.Add(new(submission, TestSealer.Body("text"), new(applicant, new(used, [1]), [])));
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);

        (await Retention.DestroyUnusedKeysAsync(new(2026, 2, 1), None)).ShouldBe(["instance:2025-01"]);

        Hub.DataKeys.LoadAll().Single(key => key.Id == unused).Wrapped.ShouldBeNull();
        Hub.DataKeys.LoadAll().Single(key => key.Id == used).Wrapped.ShouldNotBeNull();
        (await Retention.DestroyUnusedKeysAsync(new(2026, 2, 1), None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_ErasesInBoundedBatchesAndSaysSoInTheAudit()
    {
        for (var i = 0; i < 5; i++)
        {
            await Hub.Replies.ReserveAsync("anna", $"key-{i}", "print", Now, TimeSpan.FromMinutes(2), None);
        }

        Time.Advance(TimeSpan.FromDays(8));
        var run = new RetentionRun(
            Retention, Hub.Definitions, new AuditTrail(Hub.Audit, Hub.Ids, Time), Options.Create(new RetentionOptions { Batch = 2, MaxBatches = 2 }), Time);
        await run.RunAsync(None);
        await run.RunAsync(None);
        await run.RunAsync(None);

        var entries = (await Hub.Audit.ListAsync(Actor.Hub.Name, "retention.erase", new(), None)).Items;
        entries.Select(entry => entry.Detail).ShouldBe(["replies=1", "replies=4"]);
        (await Hub.Replies.ReserveAsync("anna", "key-0", "other", Now, TimeSpan.FromMinutes(2), None)).ShouldBeNull();
    }

    private static NewDelivery Keyed(NewDelivery delivery) => delivery with { Document = delivery.Document with { DedupKey = $"delivery:{delivery.Id}" } };

    private async Task ProcessAsync()
    {
        var item = (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem();
        (await Hub.Commits.CommitAsync([Some.Changes(item.Lease)], None)).ShouldBe([CommitOutcome.Committed]);
    }

    private async Task FinishAsync(NewDelivery delivery, DeliveryState state = DeliveryState.Delivered)
    {
        var claims = await Hub.Deliveries.ClaimAsync(Sed, 10, "node", TimeSpan.FromMinutes(1), Now, None);
        await Hub.Deliveries.FinishAsync(
            [.. claims.Select(claim => claim.Row.Id == delivery.Id
                ? new DeliveryResult(claim.Lease, state, new(1, Now, Now, "ticket", "done", 201, null), Now)
                : new DeliveryResult(claim.Lease, DeliveryState.Waiting, new(1, Now, Now, null, null, null, null), Now) { NotAttempted = true })],
            None);
    }
}
