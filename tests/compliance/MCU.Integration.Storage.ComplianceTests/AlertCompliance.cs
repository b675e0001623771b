using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>Alerts: one a cause, counted, acknowledged, gone with their cause.</summary>
public abstract class AlertCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private static readonly AlertRaise Code = new(AlertKind.UnknownCode, "sed.status:lost", Sed, "map");

    private IAlertStore Alerts => Hub.Get<IAlertStore>();

    [Fact]
    public async Task Raise_InBursts_IsOneAlertThatCounts()
    {
        await Hub.Commits.CommitAsync([Raising(Code), Raising(Code, Code, Code with { Subject = "sed.status:other" })], None);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Hub.Commits.CommitAsync([Raising(Code)], None);

        var alert = (await ListAsync(true)).Single(alert => alert.Subject == Code.Subject);
        (alert.Count, alert.FirstSeenAt, alert.LastSeenAt, alert.Adapter).ShouldBe((4, Now.AddMinutes(-1), Now, Sed));
        (await Alerts.CountNewAsync(null, None)).ShouldBe(2);
        (await Alerts.CountNewAsync(Pos, None)).ShouldBe(0);
    }

    [Fact]
    public async Task Raise_OfABurstThatIsNotCommitted_LeavesNothing()
    {
        var stale = Raising(Code);
        stale.CaseGuards.Add(new(Hub.Ids.Next<Domain.Ids.CaseId>(), 7));

        (await Hub.Commits.CommitAsync([stale], None)).ShouldBe([CommitOutcome.Conflict]);
        (await ListAsync(null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Acknowledge_Twice_KeepsTheFirst_AndACauseThatComesBackIsNewAgain()
    {
        await Hub.Commits.CommitAsync([Raising(Code)], None);
        var id = (await ListAsync(true)).ShouldHaveSingleItem().Id;
        (await Alerts.AcknowledgeAsync(id, "anna", Now, None)).ShouldBeTrue();
        (await Alerts.AcknowledgeAsync(id, "boris", Now, None)).ShouldBeFalse();
        (await Alerts.CountNewAsync(null, None)).ShouldBe(0);

        await Alerts.ResolveAsync([id], Now.AddMinutes(-1), Now, None);
        (await ListAsync(true)).ShouldHaveSingleItem("it was seen after it was judged");
        await Alerts.ResolveAsync([id], Now, Now, None);
        (await ListAsync(true)).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromHours(1));
        await Hub.Commits.CommitAsync([Raising(Code)], None);

        var again = (await ListAsync(true)).ShouldHaveSingleItem();
        (again.Id, again.Count, again.FirstSeenAt, again.AcknowledgedBy).ShouldBe((id, 1, Now, null));
    }

    [Fact]
    public async Task Watch_StandingCauses_AreRaisedOnceAndEndByThemselves()
    {
        var delivery = Some.Delivery(Sed);
        await Hub.Commits.CommitAsync([Some.Changes(delivery)], None);
        await Hub.Adapters.RecordHealthAsync(Pos, true, null, Now, None);
        await Hub.Adapters.RecordHealthAsync(Pos, false, "timeout", Now.AddMinutes(1), None);
        await Watch().LookAsync(None);
        (await ListAsync(true)).ShouldBeEmpty();

        Time.Advance(TimeSpan.FromMinutes(31));
        await Watch().LookAsync(None);
        await Watch().LookAsync(None);
        var open = await ListAsync(true);
        open.Select(alert => (alert.Kind, alert.Subject, alert.Count)).ShouldBe(
            [(AlertKind.DeliveryStuck, Sed, 1), (AlertKind.NoAnswer, Pos, 1)], ignoreOrder: true);
        open.Single(alert => alert.Kind == AlertKind.NoAnswer).Detail.ShouldBe("timeout");

        await FinishAsync(DeliveryState.Dead);
        await Hub.Adapters.RecordHealthAsync(Pos, true, null, Now, None);
        await Watch().LookAsync(None);
        var dead = (await ListAsync(true)).ShouldHaveSingleItem();
        (dead.Kind, dead.Detail).ShouldBe((AlertKind.Dead, "messages=0 deliveries=1 held=0"));

        await Hub.Deliveries.ReplayAsync(delivery.Id, Now, None);
        await FinishAsync(DeliveryState.Delivered);
        await Watch().LookAsync(None);
        (await ListAsync(true)).ShouldBeEmpty();
        (await ListAsync(false)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Watch_UnknownCode_EndsWithTheNextActiveSet()
    {
        await Hub.Commits.CommitAsync([Raising(Code)], None);
        await Watch().LookAsync(None);
        (await ListAsync(true)).ShouldHaveSingleItem();

        Time.Advance(TimeSpan.FromMinutes(1));
        await Hub.Content.PublishAsync(0, [], [], "anna", null, Now, None);
        await Watch().LookAsync(None);
        (await ListAsync(true)).ShouldBeEmpty();
    }

    private ChangeSet Raising(params AlertRaise[] causes)
    {
        var changes = Some.Changes((WorkLease?)null);
        changes.Alerts.AddRange(causes);
        return changes;
    }

    private async Task<IReadOnlyList<AlertRow>> ListAsync(bool? open) => (await Alerts.ListAsync(new() { Open = open }, new(), None)).Items;

    private async Task FinishAsync(DeliveryState state)
    {
        var claim = (await Hub.Deliveries.ClaimAsync(Sed, 10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem();
        await Hub.Deliveries.FinishAsync([new(claim.Lease, state, new(claim.Row.Attempts, Now, Now, "ticket", "done", 201, null), Now)], None);
    }

    private AlertWatch Watch() => new(
        Alerts,
        new Known(),
        Hub.Adapters,
        Hub.Ledger,
        Hub.Get<IDeadWork>(),
        Hub.Cases,
        Hub.Content,
        new ActiveSets(Hub.Content, Hub.Definitions, null!, null!, NullLogger<ActiveSets>.Instance),
        Options.Create(new AlertOptions()),
        Time);

    private sealed class Known : IAdapterSource
    {
        public IReadOnlyList<AdapterDescription> All { get; } =
            [.. new[] { Pos, Sed }.Select(key => new AdapterDescription(
                key,
                key,
                new Dictionary<string, DocumentDescription>(),
                new Dictionary<string, OperationDescription>(),
                [],
                Domain.Links.LinkPolicy.Default,
                new(1, 1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1))))];
    }
}
