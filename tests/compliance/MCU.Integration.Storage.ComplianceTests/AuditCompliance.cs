using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>A deed and its audit row are one transaction: neither is kept without the other.</summary>
public abstract class AuditCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private AuditTrail Trail => new(Hub.Audit, Hub.Ids, Time);

    [Fact]
    public async Task Deed_WhoseAuditRowCannotBeWritten_DoesNotHappen()
    {
        var taken = Trail.Entry(Actor.Hub, "test.taken", null);
        await Hub.Audit.WriteAsync(taken, None);
        var message = Some.Message(Pos, state: MessageState.Dead);
        var delivery = Some.Delivery(Sed);
        var instance = Some.Instance();
        var setUp = Some.Changes(delivery);
        setUp.Instances.Add(Some.Write(instance, 0));
        setUp.WorkItems.Add(Some.Item());
        await Hub.Intake.AcceptAsync([new(message, [], [])], None);
        await Hub.Commits.CommitAsync([setUp], None);
        var item = (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem();
        await Hub.Work.FailAsync([new(item.Lease, "test", null, null)], Now, None);
        var claim = (await Hub.Deliveries.ClaimAsync(Sed, 1, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldHaveSingleItem();
        await Hub.Deliveries.FinishAsync([new(claim.Lease, DeliveryState.Dead, new(1, Now, Now, "ticket", "refused", 500, null), Now)], None);
        await Hub.Get<IAlertStore>().StandAsync([new(AlertKind.DeadWork, "hub")], Now, None);
        var alert = (await Hub.Get<IAlertStore>().OpenAsync(1, None)).ShouldHaveSingleItem();
        var key = Hub.DataKeys.AddOrGet(new(Hub.Ids.Next(), SealedClass.Message, new(2026, 3, 1), "before", [1]));
        var cancelled = Some.Changes((WorkLease?)null);
        cancelled.Instances.Add(Some.Write(instance with { Status = "Finished" }, 1));
        cancelled.Audit.Add(taken);

        await RefusedAsync(() => Hub.Messages.ReplayAsync(message.Id, [Some.Item(message.Id)], Now, None, taken));
        await RefusedAsync(() => Hub.Deliveries.ReplayAsync(delivery.Id, Now, None, taken));
        await RefusedAsync(() => Hub.Deliveries.SendAsNewAsync(delivery.Id, Now, None, taken));
        await RefusedAsync(() => Hub.Deliveries.ReleaseAsync(delivery.Id, Now, None, taken));
        await RefusedAsync(() => Hub.Get<IDeadWork>().ReplayAsync(item.Item.Id, Now, None, taken));
        await RefusedAsync(() => Hub.Get<IAlertStore>().AcknowledgeAsync(alert.Id, "anna", Now, None, taken));
        await RefusedAsync(() => Hub.Adapters.SaveAsync(new(Sed, null, true, "repair", Now), None, taken));
        await RefusedAsync(() => Hub.Access.SaveKeyAsync(new(Hub.Ids.Next(), "prefix", [1], "k", [HubRole.Admin], [], "anna", Now, null, null), None, taken));
        await RefusedAsync(() => Hub.Content.PublishAsync(0, [], [], "anna", null, Now, None, taken));
        await RefusedAsync(() => Hub.Definitions.ApplyAsync(new("intake", [], [], []) { Audit = taken }, None));
        await RefusedAsync(() => Hub.Instances.DeleteAsync([instance.Id], None, _ => taken));
        Should.Throw<UniqueViolationException>(() => Hub.DataKeys.Rewrap([key with { MasterKeyId = "after" }], taken));
        (await Hub.Access.SaveUserAsync(new(Hub.Ids.Next(), "anna", "Анна", null, [HubRole.Admin], [], "stamp", false, Now), None, taken)).ShouldBeFalse();
        (await Hub.Commits.CommitAsync([cancelled], None)).ShouldBe([CommitOutcome.Conflict]);

        (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull().State.ShouldBe(MessageState.Dead);
        (await Hub.Deliveries.FindAsync(delivery.Id, None)).ShouldNotBeNull().State.ShouldBe(DeliveryState.Dead);
        (await Hub.Work.ClaimAsync(10, "node", TimeSpan.FromMinutes(1), Now, None)).ShouldBeEmpty();
        (await Hub.Get<IAlertStore>().FindAsync(alert.Id, None)).ShouldNotBeNull().AcknowledgedBy.ShouldBeNull();
        (await Hub.Adapters.FindAsync(Sed, None)).ShouldBeNull();
        (await Hub.Access.KeysAsync(None)).ShouldBeEmpty();
        (await Hub.Access.UsersAsync(None)).ShouldBeEmpty();
        (await Hub.Content.ActiveSetIdAsync(None)).ShouldBe(0);
        (await Hub.Instances.FindAsync(instance.Id, None)).ShouldNotBeNull().Status.ShouldBe("Running");
        Hub.DataKeys.LoadAll().ShouldHaveSingleItem().MasterKeyId.ShouldBe("before");
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Deed_ThatHappens_LeavesItsRow_AndOneThatChangesNothing_LeavesNone()
    {
        var delivery = Some.Delivery(Sed);
        var changes = Some.Changes(delivery);
        changes.Audit.Add(Trail.Entry(Actor.Hub, "test.commit", null));
        await Hub.Commits.CommitAsync([changes], None);
        (await Hub.Deliveries.ReplayAsync(delivery.Id, Now, None, Trail.Entry(Actor.Hub, "test.nothing", null))).ShouldBeFalse("it waits already");
        await Hub.Adapters.SaveAsync(new(Sed, null, true, "repair", Now), None, Trail.Entry(Actor.Hub, "test.pause", "adapter:sed", "repair"));
        (await Hub.Instances.DeleteAsync(["unknown"], None, deleted => Trail.Entry(Actor.Hub, "test.delete", null, $"{deleted}"))).ShouldBe(0);

        var entries = (await Hub.Audit.ListAsync(null, null, new(), None)).Items;

        entries.Select(entry => (entry.Action, entry.Target, entry.Detail))
            .ShouldBe([("test.commit", null, null), ("test.pause", "adapter:sed", "repair"), ("test.delete", null, "0")], ignoreOrder: true);
    }

    private static Task RefusedAsync(Func<Task> deed) => Should.ThrowAsync<UniqueViolationException>(deed);
}
