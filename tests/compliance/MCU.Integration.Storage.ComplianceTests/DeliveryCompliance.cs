using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

public abstract class DeliveryCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Claim_DueDelivery_ComesWithItsDocumentAndACountedAttempt()
    {
        var delivery = Some.Delivery(Sed) with { Mark = Mark("1") };
        await AddAsync(delivery);

        var claim = (await ClaimAsync()).ShouldHaveSingleItem();

        claim.Row.Attempts.ShouldBe(1);
        claim.Row.Mark.ShouldBe(delivery.Mark);
        claim.Body.Cipher.ShouldBe(delivery.Document.Body.Cipher);
        claim.Steps.ShouldBeEmpty();
        claim.LastOutcomeUnknown.ShouldBeFalse();
        var attempt = (await Hub.Deliveries.AttemptsAsync(delivery.Id, None)).ShouldHaveSingleItem();
        (attempt.Number, attempt.StartedAt, attempt.Outcome).ShouldBe((1, Now, null));
        (await ClaimAsync()).ShouldBeEmpty();
        (await Hub.Deliveries.ClaimAsync(Pos, 10, "node", Lease, Now, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Claim_OneLane_GoesOutOneAfterTheOther()
    {
        var lane = Enumerable.Range(0, 3).Select(_ => Some.Delivery(Sed, "case-1")).ToArray();
        var other = Some.Delivery(Sed, "case-2");
        await AddAsync([.. lane, other]);

        var first = await ClaimAsync();
        first.Select(claim => claim.Row.Id).ShouldBe([lane[0].Id, other.Id]);
        (await Hub.Deliveries.FindAsync(lane[2].Id, None)).ShouldNotBeNull().HeldBehind.ShouldBe(lane[0].Id);

        await FinishAsync(first[0], DeliveryState.Delivered);
        var second = (await ClaimAsync()).ShouldHaveSingleItem();
        second.Row.Id.ShouldBe(lane[1].Id);

        // A refused one lets the next pass; a delivery that joins later waits its turn.
        var late = Some.Delivery(Sed, "case-1");
        await AddAsync(late);
        await FinishAsync(second, DeliveryState.Refused);
        var third = (await ClaimAsync()).ShouldHaveSingleItem();
        third.Row.Id.ShouldBe(lane[2].Id);
        await FinishAsync(third, DeliveryState.Delivered);
        (await ClaimAsync()).ShouldHaveSingleItem().Row.Id.ShouldBe(late.Id);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Finish_TryAgain_WaitsForItsTimeAndHoldsTheLane()
    {
        var (first, second) = (Some.Delivery(Sed, "case-1"), Some.Delivery(Sed, "case-1"));
        await AddAsync(first, second);
        await FinishAsync((await ClaimAsync())[0], DeliveryState.Waiting, outcome: "not_done", retryAt: Now.AddMinutes(5));

        (await ClaimAsync()).ShouldBeEmpty();
        (await Hub.Deliveries.NextDueAsync(None)).ShouldBe(new Dictionary<string, DateTimeOffset> { [Sed] = Now.AddMinutes(5) });
        Time.Advance(TimeSpan.FromMinutes(5));
        var claim = (await ClaimAsync()).ShouldHaveSingleItem();
        (claim.Row.Id, claim.Row.Attempts, claim.LastOutcomeUnknown).ShouldBe((first.Id, 2, false));
    }

    [Theory]
    [InlineData(DeliveryState.Dead)]
    [InlineData(DeliveryState.Held)]
    public async Task Finish_DeadOrHeld_HoldsTheLaneUntilReleased(DeliveryState state)
    {
        var (first, second) = (Some.Delivery(Sed, "case-1"), Some.Delivery(Sed, "case-1"));
        await AddAsync(first, second);
        await FinishAsync((await ClaimAsync())[0], state);

        (await ClaimAsync()).ShouldBeEmpty();
        (await Hub.Deliveries.NextDueAsync(None)).ShouldBeEmpty();
        (await Hub.Deliveries.FindAsync(second.Id, None)).ShouldNotBeNull().HeldBehind.ShouldBe(first.Id);

        (await Hub.Deliveries.ReleaseAsync(first.Id, Now, None)).ShouldBeTrue();
        (await Hub.Deliveries.ReleaseAsync(first.Id, Now, None)).ShouldBeFalse();
        (await ClaimAsync()).ShouldHaveSingleItem().Row.Id.ShouldBe(second.Id);
        (await Hub.Deliveries.FindAsync(first.Id, None)).ShouldNotBeNull().State.ShouldBe(state);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Finish_DeadUnderOnDeadRelease_LetsTheLanePassAtOnce()
    {
        var (first, second) = (Some.Delivery(Sed, "case-1"), Some.Delivery(Sed, "case-1"));
        await AddAsync(first, second);

        await Hub.Deliveries.FinishAsync([Result((await ClaimAsync())[0], DeliveryState.Dead, "refused") with { Released = true }], None);

        (await ClaimAsync()).ShouldHaveSingleItem().Row.Id.ShouldBe(second.Id);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Replay_DeadDelivery_GoesFirstAgainWithTheSameSteps()
    {
        var (first, second) = (Some.Delivery(Sed, "case-1"), Some.Delivery(Sed, "case-1"));
        await AddAsync(first, second);
        var claim = (await ClaimAsync())[0];
        (await Hub.Deliveries.RecordStepAsync(claim.Lease, new("ticket", "{\"id\":\"7\"}", Now), None)).ShouldBeTrue();
        await FinishAsync(claim, DeliveryState.Dead);
        await Hub.Deliveries.ReleaseAsync(first.Id, Now, None);

        (await Hub.Deliveries.ReplayAsync(first.Id, Now, None)).ShouldBeTrue();
        (await Hub.Deliveries.ReplayAsync(first.Id, Now, None)).ShouldBeFalse();

        var again = (await ClaimAsync()).ShouldHaveSingleItem();
        again.Row.Id.ShouldBe(first.Id);
        again.Steps.ShouldBe([new StepRecord("ticket", "{\"id\":\"7\"}", Now)]);
        await FinishAsync(again, DeliveryState.Delivered);
        (await ClaimAsync()).ShouldHaveSingleItem().Row.Id.ShouldBe(second.Id);
        await LedgerShouldAddUpAsync();
    }

    [Theory]
    [InlineData(DeliveryState.Delivered)]
    [InlineData(DeliveryState.Refused)]
    [InlineData(DeliveryState.Dead)]
    [InlineData(DeliveryState.Held)]
    public async Task SendAsNew_DeliveryThatIsOver_BeginsAgainUnderANewKey(DeliveryState over)
    {
        var delivery = Some.Delivery(Sed, "case-1");
        await AddAsync(delivery);
        var claim = (await ClaimAsync())[0];
        await Hub.Deliveries.RecordStepAsync(claim.Lease, new("ticket", null, Now), None);
        await FinishAsync(claim, over, outcome: "unknown");

        (await Hub.Deliveries.SendAsNewAsync(delivery.Id, Now, None)).ShouldBeTrue();
        (await Hub.Deliveries.SendAsNewAsync(delivery.Id, Now, None)).ShouldBeFalse("it waits already");

        var again = (await ClaimAsync()).ShouldHaveSingleItem();
        (again.Row.Id, again.Row.Issue, again.Steps.Count, again.LastOutcomeUnknown).ShouldBe((delivery.Id, 1, 0, false));
        again.Row.EffectKey().ShouldNotBe(claim.Row.EffectKey());
        await FinishAsync(again, DeliveryState.Delivered);
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Claim_SenderDied_IsGivenAgainWithAnUnknownOutcome()
    {
        var delivery = Some.Delivery(Sed);
        await AddAsync(delivery);
        var died = (await ClaimAsync())[0];
        Time.Advance(Lease + TimeSpan.FromSeconds(1));

        var claim = (await ClaimAsync()).ShouldHaveSingleItem();

        claim.LastOutcomeUnknown.ShouldBeTrue();
        claim.Row.Attempts.ShouldBe(2);
        (await Hub.Deliveries.RecordStepAsync(died.Lease, new("ticket", null, Now), None)).ShouldBeFalse();
        (await FinishAsync(died, DeliveryState.Delivered)).ShouldBeFalse();
        (await FinishAsync(claim, DeliveryState.Delivered)).ShouldBeTrue();
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task Replay_HeldDelivery_SettlesItsUnknownOutcome()
    {
        var delivery = Some.Delivery(Sed);
        await AddAsync(delivery);
        await FinishAsync((await ClaimAsync())[0], DeliveryState.Waiting, outcome: "unknown");
        var second = (await ClaimAsync())[0];
        second.LastOutcomeUnknown.ShouldBeTrue();
        await FinishAsync(second, DeliveryState.Held, outcome: "unknown");

        await Hub.Deliveries.ReplayAsync(delivery.Id, Now, None);

        (await ClaimAsync()).ShouldHaveSingleItem().LastOutcomeUnknown.ShouldBeFalse("a person has decided");
    }

    [Fact]
    public async Task Finish_NotAttempted_IsNotCounted()
    {
        var delivery = Some.Delivery(Sed);
        await AddAsync(delivery);
        var claim = (await ClaimAsync())[0];

        await Hub.Deliveries.FinishAsync([Result(claim, DeliveryState.Waiting, "not_tried", Now.AddSeconds(30)) with { NotAttempted = true }], None);

        (await Hub.Deliveries.AttemptsAsync(delivery.Id, None)).ShouldBeEmpty();
        (await Hub.Deliveries.FindAsync(delivery.Id, None)).ShouldNotBeNull().Attempts.ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(30));
        (await ClaimAsync()).ShouldHaveSingleItem().LastOutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task Finish_Delivered_LinksTheRecordMarksItAndWakesWhoWaits()
    {
        var caseId = Hub.Ids.Next<CaseId>();
        var instance = Some.Instance();
        var bookmark = Some.Bookmark(instance, "outcome");
        var waiting = Some.Changes(Some.Delivery(Sed) with { CaseId = caseId, OutcomeHash = "outcome", InstanceId = instance.Id });
        waiting.Instances.Add(Some.Write(instance, 0, bookmark));
        await Hub.Commits.CommitAsync([waiting], None);
        var claim = (await ClaimAsync())[0];
        var made = new LinkMade(Hub.Ids.Next<LinkId>(), caseId, Sed, "card", "card-7", Mark("1"));

        await Hub.Deliveries.FinishAsync(
            [Result(claim, DeliveryState.Delivered, "done") with { Link = made, Outcome = new("Delivery", "outcome", StimulusInput.Plain("{}")), Steps = [new("ticket", null, Now)] }], None);

        var link = (await Hub.Cases.FindLinkAsync(Sed, "card", "card-7", None)).ShouldNotBeNull();
        (link.Version, link.CaseId, link.AwaitsEcho).ShouldBe((1, caseId, true));
        link.Sent.ShouldHaveSingleItem().ShouldBe(made.Mark);
        (await Hub.Work.ClaimAsync(10, "node", Lease, Now, None)).ShouldHaveSingleItem().Item.BookmarkId.ShouldBe(bookmark.Id);
        (await Hub.Deliveries.StepsAsync(claim.Row.Id, None)).ShouldHaveSingleItem().Name.ShouldBe("ticket");
        var attempt = (await Hub.Deliveries.AttemptsAsync(claim.Row.Id, None)).ShouldHaveSingleItem();
        (attempt.Outcome, attempt.Status, attempt.FinishedAt).ShouldBe(("done", 201, Now));

        // The next one finds the link and adds its mark; a burst that read the link before would conflict now.
        await AddAsync(Some.Delivery(Sed) with { CaseId = caseId });
        await Hub.Deliveries.FinishAsync([Result((await ClaimAsync())[0], DeliveryState.Delivered, "done") with { Link = made with { NewId = Hub.Ids.Next<LinkId>(), Mark = Mark("2") } }], None);
        var marked = (await Hub.Cases.LinksOfAsync(caseId, None)).ShouldHaveSingleItem();
        (marked.Id, marked.Version, marked.Sent.Count).ShouldBe((link.Id, 2, 2));
        await LedgerShouldAddUpAsync();
    }

    [Fact]
    public async Task List_Deliveries_FiltersAndPages()
    {
        var caseId = Hub.Ids.Next<CaseId>();
        var deliveries = Enumerable.Range(0, 7).Select(i => Some.Delivery(i < 5 ? Sed : Pos) with { CaseId = i % 2 == 0 ? caseId : null }).ToArray();
        await AddAsync(deliveries);

        var first = await Hub.Deliveries.ListAsync(new() { Adapter = Sed, State = DeliveryState.Waiting }, new(null, 3), None);
        var second = await Hub.Deliveries.ListAsync(new() { Adapter = Sed, State = DeliveryState.Waiting }, new(first.Next, 3), None);

        first.Items.Concat(second.Items).Select(row => row.Id).ShouldBe(deliveries[..5].Reverse().Select(delivery => delivery.Id));
        second.Next.ShouldBeNull();
        (await Hub.Deliveries.ListAsync(new() { CaseId = caseId }, new(), None)).Items.Count.ShouldBe(4);
        (await Hub.Deliveries.ListAsync(new() { State = DeliveryState.Delivered }, new(), None)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Claim_TwoNodesAtOnce_NeverGiveTheSameDeliveryAndKeepTheLanes()
    {
        var second = SecondHub();
        var deliveries = Enumerable.Range(0, 120).Select(i => Some.Delivery(Sed, $"case-{i % 12}")).ToArray();
        await AddAsync(deliveries);

        var order = new List<LeasedDelivery>();
        while (true)
        {
            var rounds = await Task.WhenAll(
                Hub.Deliveries.ClaimAsync(Sed, 5, "one", Lease, Now, None),
                second.Deliveries.ClaimAsync(Sed, 5, "two", Lease, Now, None));
            var claims = rounds.SelectMany(round => round).ToList();
            if (claims.Count == 0 && (await Hub.Deliveries.NextDueAsync(None)).Count == 0)
            {
                break;
            }

            claims.Select(claim => claim.Row.Lane).ShouldBeUnique();
            order.AddRange(claims);
            (await second.Deliveries.FinishAsync([.. claims.Select(claim => Result(claim, DeliveryState.Delivered, "done"))], None)).ShouldAllBe(kept => kept);
        }

        order.Count.ShouldBe(120);
        foreach (var lane in order.GroupBy(claim => claim.Row.Lane))
        {
            lane.Select(claim => claim.Row.Id.Value).ShouldBe(lane.Select(claim => claim.Row.Id.Value).Order());
        }

        await LedgerShouldAddUpAsync();
    }

    private static SentMark Mark(string revision) => new(StatusWord.Routed, "R", $"origin-{revision}", "hash", revision, DateTimeOffset.UnixEpoch);

    private Task AddAsync(params NewDelivery[] deliveries) => Hub.Commits.CommitAsync([Some.Changes(deliveries)], None);

    private Task<IReadOnlyList<LeasedDelivery>> ClaimAsync() => Hub.Deliveries.ClaimAsync(Sed, 10, "node", Lease, Now, None);

    private async Task<bool> FinishAsync(LeasedDelivery claim, DeliveryState state, string outcome = "done", DateTimeOffset? retryAt = null) =>
        (await Hub.Deliveries.FinishAsync([Result(claim, state, outcome, retryAt)], None)).ShouldHaveSingleItem();

    private DeliveryResult Result(LeasedDelivery claim, DeliveryState state, string outcome, DateTimeOffset? retryAt = null) =>
        new(claim.Lease, state, new(claim.Row.Attempts, Now, Now, "ticket", outcome, 201, null), Now) { RetryAt = retryAt };
}
