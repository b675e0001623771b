using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>What decisions about cases rely on: deliveries under way, earlier reports, recoveries.</summary>
public abstract class DecisionCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private const string Pothole = "1.2";
    private static readonly Guid House = Guid.CreateVersion7();

    [Fact]
    public async Task OpenDeliveries_OfACase_AreThoseThatAreNotOver()
    {
        var caseId = Hub.Ids.Next<CaseId>();
        var (done, dead, waiting) = (Of(caseId), Of(caseId), Of(caseId));
        await Hub.Commits.CommitAsync([Some.Changes(done, dead, waiting, Of(Hub.Ids.Next<CaseId>()), Of(caseId, Pos))], None);
        await FinishAsync(done, DeliveryState.Delivered);
        await FinishAsync(dead, DeliveryState.Dead);

        (await OpenAsync(caseId)).ShouldBe([dead.Id, waiting.Id]);
        (await Hub.Deliveries.ReleaseAsync(dead.Id, Now, None)).ShouldBeTrue();
        (await OpenAsync(caseId)).ShouldBe([waiting.Id]);
    }

    [Fact]
    public async Task DeliveryGuard_AnotherDeliveryMeanwhile_IsAConflict()
    {
        var caseId = Hub.Ids.Next<CaseId>();
        var (first, second) = (Guarding(caseId), Guarding(caseId));
        first.Deliveries.Add(Of(caseId));
        second.Deliveries.Add(Of(caseId));

        (await Hub.Commits.CommitAsync([first, second], None)).ShouldBe([CommitOutcome.Committed, CommitOutcome.Conflict]);
        (await Hub.Commits.CommitAsync([second], None)).ShouldBe([CommitOutcome.Conflict]);

        var again = Guarding(caseId, first.Deliveries[0].Id);
        (await Hub.Commits.CommitAsync([again], None)).ShouldBe([CommitOutcome.Committed]);
        await FinishAsync(first.Deliveries[0], DeliveryState.Delivered);
        (await Hub.Commits.CommitAsync([Guarding(caseId, first.Deliveries[0].Id)], None)).ShouldBe([CommitOutcome.Conflict]);
        (await Hub.Commits.CommitAsync([Guarding(caseId)], None)).ShouldBe([CommitOutcome.Committed]);
    }

    [Fact]
    public async Task Nearby_CountsOpenCasesOfTheSubjectInTheCircleAndAtTheHouse()
    {
        var near = await AddCaseAsync(45.00100, 41.90000);
        var newer = await AddCaseAsync(45.00000, 41.90150, received: Now.AddDays(-1));
        var house = await AddCaseAsync(null, null, house: House);
        await AddCaseAsync(45.00300, 41.90000);
        await AddCaseAsync(45.00160, 41.90160);
        await AddCaseAsync(45.00010, 41.90000, subject: "1.3");
        await AddCaseAsync(45.00010, 41.90000, received: Now.AddDays(-40));
        await AddCaseAsync(45.00010, 41.90000, precision: LocationPrecision.Settlement);
        await CloseAsync(await AddCaseAsync(45.00010, 41.90000));

        var found = await Hub.Cases.NearbyAsync(Query(House), None);

        found.Select(row => row.Number).ShouldBe([house.Number, near.Number, newer.Number], ignoreOrder: true);
        found[^1].Number.ShouldBe(newer.Number, "newest first");
        found.Single(row => row.Id == near.Id).Metres.ShouldBe(111, 1);
        found.Single(row => row.Id == house.Id).Metres.ShouldBe(0);
        (await Hub.Cases.NearbyAsync(Query(null) with { Limit = 1 }, None)).ShouldHaveSingleItem().Id.ShouldBe(near.Id);
        (await Hub.Cases.NearbyAsync(Query(null) with { Self = near.Id }, None)).ShouldHaveSingleItem().Id.ShouldBe(newer.Id);
    }

    [Fact]
    public async Task NearbyGuard_OneMoreReportMeanwhile_IsAConflict()
    {
        var asked = Query(null);
        var (first, second) = (Opening(45.00001, 41.90000), Opening(45.00002, 41.90000));
        first.NearbyGuards.Add(new(asked, 0));
        second.NearbyGuards.Add(new(asked, 0));

        (await Hub.Commits.CommitAsync([first, second], None)).ShouldBe([CommitOutcome.Committed, CommitOutcome.Conflict]);
        (await Hub.Commits.CommitAsync([second], None)).ShouldBe([CommitOutcome.Conflict]);
        second.NearbyGuards[0] = new(asked, 1);
        (await Hub.Commits.CommitAsync([second], None)).ShouldBe([CommitOutcome.Committed]);
    }

    [Fact]
    public async Task Nearby_ByThePlan_ReadsItsIndexAlone()
    {
        await AddCaseAsync(45.00100, 41.90000);

        (await PlanAsync(NearbySql.Around, NearbySql.Circle.Around(Query(null), 45, 41.9))).ShouldMatch("(COVERING INDEX|Index Only Scan using|Index Scan using) cases_near");
        (await PlanAsync(NearbySql.AtObject, Query(House))).ShouldContain("cases_object");
    }

    [Fact]
    public async Task Recovery_OfADeliveryThatWasGivenUp_StandsInTheCaseAndWakesWhoWaits()
    {
        var opened = await AddCaseAsync(45, 41.9);
        var delivery = Of(opened.Id);
        var instance = Some.Instance() with { CorrelationId = opened.Id.ToString() };
        var waiting = Some.Changes(delivery);
        waiting.Instances.Add(Some.Write(instance, 0, Some.Bookmark(instance, CaseEventHappened.HashOf(CaseMoments.DeliveryRecovered))));
        await Hub.Commits.CommitAsync([waiting], None);
        await FinishAsync(delivery, DeliveryState.Dead);
        (await Hub.Deliveries.FindAsync(delivery.Id, None)).ShouldNotBeNull().HasFailed.ShouldBeTrue();
        (await Hub.Deliveries.ReplayAsync(delivery.Id, Now, None)).ShouldBeTrue();

        var recovery = new NewWorkItem(Hub.Ids.Next<Pipeline.Ids.WorkItemId>(), WorkKind.ReportRecovery, null, Now, Now)
        {
            CorrelationId = opened.Id.ToString(),
            Input = $$"""{"id":"{{delivery.Id}}","adapter":"sed","operation":"create-card","externalId":"c-1"}""",
        };
        await FinishAsync(delivery, DeliveryState.Delivered, recovery);
        var item = (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem();
        item.Item.Kind.ShouldBe(WorkKind.ReportRecovery);
        var scope = new BurstScope(Services(), ActiveSet.Empty, item, null, Now);
        await RecoveryReport.WriteAsync(scope, item.Item, None);
        (await Hub.Commits.CommitAsync([scope.TakeChanges()], None)).ShouldBe([CommitOutcome.Committed]);

        (await Hub.Cases.EventsAsync(opened.Id, None))[^1].Fact.ShouldBeOfType<DeliveryRecovered>().Delivery.ShouldBe(delivery.Id.ToString());
        (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem().Item.InstanceId.ShouldBe(instance.Id);
    }

    private NewDelivery Of(CaseId caseId, string adapter = Sed) => Some.Delivery(adapter) with { CaseId = caseId };

    private ChangeSet Guarding(CaseId caseId, params Pipeline.Ids.DeliveryId[] open)
    {
        var changes = Some.Changes((WorkLease?)null);
        changes.DeliveryGuards.Add(new(caseId, Sed, open));
        return changes;
    }

    private async Task<IReadOnlyList<Pipeline.Ids.DeliveryId>> OpenAsync(CaseId caseId) =>
        [.. (await Hub.Deliveries.OpenAsync(caseId, Sed, None)).Select(row => row.Id)];

    private async Task FinishAsync(NewDelivery delivery, DeliveryState state, NewWorkItem? recovery = null)
    {
        var claims = await Hub.Deliveries.ClaimAsync(Sed, 100, "node", TimeSpan.FromMinutes(1), Now, None);
        var results = claims.Select(claim => claim.Row.Id == delivery.Id
            ? new DeliveryResult(claim.Lease, state, new(claim.Row.Attempts, Now, Now, "ticket", "done", 201, null), Now) { Recovery = recovery }
            : new DeliveryResult(claim.Lease, DeliveryState.Waiting, new(claim.Row.Attempts, Now, Now, null, null, null, null), Now) { NotAttempted = true });
        (await Hub.Deliveries.FinishAsync([.. results], None)).ShouldAllBe(kept => kept);
    }

    private NearbyQuery Query(Guid? house) => new(Hub.Ids.Next<CaseId>(), Pothole, Now.AddDays(-30), Now, house, 45.0, 41.9, 200, 10);

    private ChangeSet Opening(
        double? latitude, double? longitude, string subject = Pothole, DateTimeOffset? received = null, Guid? house = null, LocationPrecision? precision = null)
    {
        var submission = Some.Submission() with { ReceivedAt = received ?? Now.AddDays(-1).AddHours(1) };
        var opened = Some.NewCase(submission);
        var fact = (CaseOpened)opened.Events[0].Fact with
        {
            Classifier = new() { Subcategory = subject },
            Territory = new() { Latitude = latitude, Longitude = longitude, GarObject = house, Precision = precision },
        };
        var changes = Some.Changes((WorkLease?)null);
        changes.Submissions.Add(new(submission, TestSealer.Body("submission"), null));
        changes.Cases.Add(Some.Next(null, opened.Case.Id, CaseCommands.Open(null, fact)));
        return changes;
    }

    private async Task<Case> AddCaseAsync(
        double? latitude, double? longitude, string subject = Pothole, DateTimeOffset? received = null, Guid? house = null, LocationPrecision? precision = null)
    {
        var changes = Opening(latitude, longitude, subject, received, house, precision);
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
        return changes.Cases[0].Case;
    }

    private async Task CloseAsync(Case open)
    {
        var changes = Some.Changes((WorkLease?)null);
        changes.Cases.Add(Some.Next(open, open.Id, CaseCommands.Report(open, new() { Status = StatusWord.Closed, Outcome = CaseOutcome.Done })));
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
    }

    private BurstServices Services() => new(
        Hub.Cases, Hub.Messages, Hub.Attachments, Hub.Deliveries, new CaseNumbers(Hub.Numbers), null!, Hub.Get<ISealer>(), new WorkInputs(Hub.Get<ISealer>()), Hub.Ids, Options.Create(new BurstOptions()));
}
