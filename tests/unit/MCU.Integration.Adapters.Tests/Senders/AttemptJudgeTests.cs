using System.Text.Json;
using MCU.Integration.Adapters.Tests.Stand;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Adapters.Tests.Senders;

public sealed class AttemptJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly AdapterDescription Adapter = new(
        "sed",
        "СЭД",
        new Dictionary<string, DocumentDescription>(),
        new Dictionary<string, OperationDescription> { ["create"] = new("create", "Завести", "card", "card", EffectOnce.Probe) },
        [],
        LinkPolicy.Default,
        new(8, 3, TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(20)));

    [Fact]
    public void Judge_Done_DeliversMakesTheLinkAndWakesWhoWaits()
    {
        var mark = new SentMark(StatusWord.Answered, null, "hub:1:1", "hash", null, Now);

        var result = Judge(new(StepOutcome.Done("""{"id":"c-1"}""", 201), "card", "c-1", "7"), mark: mark);

        result.State.ShouldBe(DeliveryState.Delivered);
        result.Steps.ShouldHaveSingleItem().Name.ShouldBe("card");
        result.Link.ShouldNotBeNull().ShouldSatisfyAllConditions(
            link => (link.Adapter, link.RecordType, link.ExternalId).ShouldBe(("sed", "card", "c-1")),
            link => link.Mark.ShouldBe(mark with { Revision = "7" }));
        var input = JsonElement.Parse(result.Outcome.ShouldNotBeNull().Input!.For(default));
        (input.GetProperty("outcome").GetString(), input.GetProperty("externalId").GetString()).ShouldBe(("Delivered", "c-1"));
        (result.Outcome.Hash, result.Outcome.InstanceId).ShouldBe(("hash-1", null));
        result.Recovery.ShouldBeNull();
    }

    [Fact]
    public void Judge_Refused_IsRejectedForGood()
    {
        var result = Judge(new(new(StepOutcomeKind.Refused, null, 422, "status_422 bad_card", null), "card", null, null));

        (result.State, result.ReasonCode, result.Detail, result.RetryAt).ShouldBe((DeliveryState.Refused, "status_422", "status_422 bad_card", null));
        result.Outcome!.Input!.For(default).ShouldContain("Rejected");
        result.Attempt.Outcome.ShouldBe("refused");
    }

    [Theory]
    [InlineData(StepOutcomeKind.NotDone)]
    [InlineData(StepOutcomeKind.Unknown)]
    public void Judge_MayStillSucceed_WaitsAndWakesNobody(StepOutcomeKind kind)
    {
        var result = Judge(new(new(kind, null, null, "timeout", null), "card", null, null));

        result.State.ShouldBe(DeliveryState.Waiting);
        result.RetryAt.ShouldNotBeNull().ShouldBeGreaterThan(Now);
        result.Outcome.ShouldBeNull();
        result.NotAttempted.ShouldBeFalse();
    }

    [Fact]
    public void Judge_AttemptsExhausted_IsDeadAndFails()
    {
        var result = Judge(new(new(StepOutcomeKind.NotDone, null, 503, "status_503", null), "card", null, null), attempts: 3);

        (result.State, result.ReasonCode).ShouldBe((DeliveryState.Dead, "attempts_exhausted"));
        result.Outcome!.Input!.For(default).ShouldContain("Failed");
    }

    [Fact]
    public void Judge_FirstFailureAfterAReplay_HasAnotherRound() =>
        Judge(new(new(StepOutcomeKind.NotDone, null, 503, "status_503", null), "card", null, null), attempts: 4).State.ShouldBe(DeliveryState.Waiting);

    [Fact]
    public void Judge_UnknownAndNothingToAskWith_IsHeldForAPerson()
    {
        var result = Judge(new(new(StepOutcomeKind.Unknown, null, null, "timeout", null), "card", null, null) { NeedsDecision = true }, attempts: 3);

        (result.State, result.ReasonCode).ShouldBe((DeliveryState.Held, "outcome_unknown"));
        result.Outcome.ShouldBeNull("the person's decision is the outcome");
    }

    [Fact]
    public void Judge_NotTried_IsNotCountedHoweverOften()
    {
        var result = Judge(new(new(StepOutcomeKind.NotTried, null, null, "breaker_open", TimeSpan.FromSeconds(10)), "card", null, null), attempts: 3);

        (result.State, result.NotAttempted, result.RetryAt).ShouldBe((DeliveryState.Waiting, true, Now + TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Judge_NotTriedBehindAStepThatWasDone_KeepsTheAttempt()
    {
        var result = Judge(new(new(StepOutcomeKind.NotTried, null, null, "breaker_open", TimeSpan.FromSeconds(10)), "note", null, null) { HadEffect = true }, attempts: 3);

        (result.State, result.NotAttempted, result.Attempt.Error).ShouldBe((DeliveryState.Waiting, false, "breaker_open"));
    }

    [Fact]
    public void Judge_DoneAfterItWasGivenUp_ReportsTheRecovery()
    {
        var result = Judge(new(StepOutcome.Done("""{"id":"c-1"}""", 201), "card", "c-1", null), attempts: 4, hasFailed: true);

        var item = result.Recovery.ShouldNotBeNull();
        (item.Kind, item.CorrelationId).ShouldBe((WorkKind.ReportRecovery, result.Link!.CaseId.ToString()));
        JsonElement.Parse(item.Input!).GetProperty("externalId").GetString().ShouldBe("c-1");
        result.Outcome!.Input!.For(default).ShouldContain("Delivered");
    }

    [Fact]
    public void Judge_RefusedAfterItWasGivenUp_IsNoRecovery() =>
        Judge(new(new(StepOutcomeKind.Refused, null, 422, "status_422", null), "card", null, null), attempts: 4, hasFailed: true).Recovery.ShouldBeNull();

    private static DeliveryResult Judge(DeliveryOutcome outcome, int attempts = 1, SentMark? mark = null, bool hasFailed = false)
    {
        var row = Outbound.Row("create", attempts: attempts) with { Mark = mark, HasFailed = hasFailed };
        var delivery = new LeasedDelivery(new(row.Id, 1), row, new SealedBody(Guid.Empty, []), [], LastOutcomeUnknown: false, Now.AddMinutes(1));
        return new AttemptJudge(new UuidV7Source(new FakeTimeProvider(Now)), new SeededRandom()).Judge(delivery, Adapter, outcome, Now.AddSeconds(-1), Now);
    }
}
