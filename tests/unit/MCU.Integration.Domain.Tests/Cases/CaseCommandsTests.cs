using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Links;

namespace MCU.Integration.Domain.Tests.Cases;

public sealed class CaseCommandsTests
{
    private static readonly DateTimeOffset Later = TestCase.Start.AddDays(10);

    [Fact]
    public void Open_ExistingCase_Refuses()
    {
        var opened = (CaseOpened)new TestCase().Events[0].Fact;

        CaseCommands.Open(new TestCase().State, opened).Refusal!.Code.ShouldBe(CaseRefusalCode.CaseExists);
    }

    [Fact]
    public void Route_ReceivedCase_BecomesRouted()
    {
        var state = new TestCase().Do(CaseCommands.Route(new TestCase().State, "roads", "repair")).State;

        state.Status.ShouldBe(MainStatus.Routed);
        state.Route.ShouldBe(new CaseRoute("roads", "repair"));
        state.AssignedAt.ShouldBe(TestCase.Start);
    }

    [Fact]
    public void Route_OtherBodyWhileInProgress_ReturnsToRoutedAndKeepsTheFirstAssignment()
    {
        var test = new TestCase();
        test.Do(CaseCommands.Route(test.State, "roads")).After(TimeSpan.FromHours(1)).Report(StatusWord.InProgress);

        test.Do(CaseCommands.Route(test.State, "housing"));

        test.State.Status.ShouldBe(MainStatus.Routed);
        test.State.AssignedAt.ShouldBe(TestCase.Start);
        CaseCommands.Route(test.State, "housing").ShouldBe(CaseDecision.Nothing);
    }

    [Fact]
    public void Report_StatusThatSkipsSteps_IsApplied() =>
        new TestCase().Report(StatusWord.Approval).State.Status.ShouldBe(MainStatus.Approval);

    [Fact]
    public void Report_SameStatus_ChangesNothing()
    {
        var state = new TestCase().Report(StatusWord.InProgress).State;

        CaseCommands.Report(state, new() { Status = StatusWord.InProgress }).ShouldBe(CaseDecision.Nothing);
    }

    [Theory]
    [InlineData(StatusWord.Approval, StatusWord.AnswerDraft, true)]
    [InlineData(StatusWord.InProgress, StatusWord.Routed, true)]
    [InlineData(StatusWord.InProgress, StatusWord.Received, false)]
    [InlineData(StatusWord.Approval, StatusWord.Moderation, false)]
    public void Report_StepBack_IsAppliedOnlyWhereItHappens(StatusWord from, StatusWord to, bool allowed)
    {
        var decision = CaseCommands.Report(new TestCase().Report(from).State, new() { Status = to });

        decision.Refusal?.Code.ShouldBe(CaseRefusalCode.TransitionNotAllowed);
        decision.IsRefused.ShouldBe(!allowed);
    }

    [Fact]
    public void Report_InProgressDuringClarificationAndDeferral_EndsBoth()
    {
        var test = new TestCase().Report(StatusWord.InProgress).Report(StatusWord.Clarification).Report(StatusWord.Deferred, until: Later);

        test.After(TimeSpan.FromHours(2)).Report(StatusWord.InProgress);

        test.State.Clarification.ShouldBeNull();
        test.State.Deferral.ShouldBeNull();
        test.State.Pauses.ShouldBe([new(TestCase.Start, TestCase.Start.AddHours(2))]);
        test.FactNames.TakeLast(2).ShouldBe(["clarification_ended", "deferral_ended"]);
    }

    [Fact]
    public void Report_ClarifiedWithoutClarification_Refuses() =>
        CaseCommands.Report(new TestCase().State, new() { Status = StatusWord.Clarified }).Refusal!.Code.ShouldBe(CaseRefusalCode.OverlayAbsent);

    [Fact]
    public void Report_DeferredWithoutDate_Refuses() =>
        CaseCommands.Report(new TestCase().State, new() { Status = StatusWord.Deferred }).Refusal!.Code.ShouldBe(CaseRefusalCode.DateRequired);

    [Fact]
    public void Report_ExtendedToAnEarlierDate_Refuses()
    {
        var state = new TestCase().Report(StatusWord.Extended, until: Later).State;

        CaseCommands.Report(state, new() { Status = StatusWord.Extended, Until = Later.AddDays(-1) }).Refusal!.Code
            .ShouldBe(CaseRefusalCode.ExtensionNotLater);
    }

    [Theory]
    [InlineData(CaseOutcome.Done, SstuStatus.Supported, true)]
    [InlineData(CaseOutcome.Explained, SstuStatus.Explained, null)]
    [InlineData(CaseOutcome.Refused, SstuStatus.NotSupported, null)]
    public void Report_AnsweredAppeal_SpeaksSstu(CaseOutcome outcome, SstuStatus sstu, bool? actionsTaken)
    {
        var state = new TestCase(CaseKind.Appeal, LegalRegime.Appeal59Fz).Report(StatusWord.Answered, outcome).State;

        state.Status.ShouldBe(MainStatus.Answered);
        state.Sstu.ShouldBe(sstu);
        state.ActionsTaken.ShouldBe(actionsTaken);
    }

    [Fact]
    public void Report_AnsweredReport_HasNoSstu() =>
        new TestCase().Report(StatusWord.Answered, CaseOutcome.Done).State.Sstu.ShouldBeNull();

    [Fact]
    public void Report_AnsweredTwice_ChangesNothingOrRefuses()
    {
        var state = new TestCase().Report(StatusWord.Answered, CaseOutcome.Done).State;

        CaseCommands.Report(state, new() { Status = StatusWord.Answered, Outcome = CaseOutcome.Done }).ShouldBe(CaseDecision.Nothing);
        CaseCommands.Report(state, new() { Status = StatusWord.Answered, Outcome = CaseOutcome.Refused }).Refusal!.Code
            .ShouldBe(CaseRefusalCode.CaseFinished);
        CaseCommands.Report(state, new() { Status = StatusWord.InProgress }).Refusal!.Code.ShouldBe(CaseRefusalCode.CaseFinished);
    }

    [Fact]
    public void Report_AnsweredWithoutOutcome_Refuses() =>
        CaseCommands.Report(new TestCase().State, new() { Status = StatusWord.Answered }).Refusal!.Code.ShouldBe(CaseRefusalCode.OutcomeRequired);

    [Fact]
    public void Report_ClosedAfterAnswer_KeepsTheOutcome()
    {
        var state = new TestCase().Report(StatusWord.Answered, CaseOutcome.Explained).Report(StatusWord.Closed).State;

        state.Status.ShouldBe(MainStatus.Closed);
        state.Outcome.ShouldBe(CaseOutcome.Explained);
    }

    [Fact]
    public void Report_ClosedWithAnAnswersOutcome_AnswersFirst() =>
        new TestCase().Report(StatusWord.Closed, CaseOutcome.Done).FactNames.ShouldBe(["opened", "answered", "closed"]);

    [Theory]
    [InlineData(StatusWord.Redirected, CaseOutcome.Redirected)]
    [InlineData(StatusWord.Duplicate, CaseOutcome.Duplicate)]
    [InlineData(StatusWord.Rejected, CaseOutcome.Rejected)]
    public void Report_WayToEnd_ClosesAndIsReportedOnInTheSameWord(StatusWord status, CaseOutcome outcome)
    {
        var state = new TestCase().Report(StatusWord.Clarification).Report(status).State;

        state.Outcome.ShouldBe(outcome);
        state.Clarification.ShouldBeNull();
        StatusReport.Of(state).Status.ShouldBe(status);
    }

    [Fact]
    public void Report_RejectedAfterAnswer_Refuses() =>
        CaseCommands.Report(new TestCase().Report(StatusWord.Answered, CaseOutcome.Done).State, new() { Status = StatusWord.Rejected })
            .Refusal!.Code.ShouldBe(CaseRefusalCode.OutcomeNotAllowed);

    [Fact]
    public void Report_Reopened_BeginsARoundAfresh()
    {
        var test = new TestCase(CaseKind.Appeal, LegalRegime.Appeal59Fz);
        test.Do(CaseCommands.Route(test.State, "roads")).Report(StatusWord.Extended).Report(StatusWord.Answered, CaseOutcome.Done);

        test.After(TimeSpan.FromDays(1)).Report(StatusWord.Reopened);

        test.State.ReopenRound.ShouldBe(1);
        test.State.Status.ShouldBe(MainStatus.Routed);
        test.State.ReopenedAt.ShouldBe(test.Now);
        (test.State.Outcome, test.State.Sstu, test.State.Extension, test.State.AnsweredAt).ShouldBe((null, null, null, null));
        CaseCommands.Report(test.State, new() { Status = StatusWord.Reopened }).ShouldBe(CaseDecision.Nothing);
    }

    [Fact]
    public void Report_ReopenedOpenCase_Refuses() =>
        CaseCommands.Report(new TestCase().State, new() { Status = StatusWord.Reopened }).Refusal!.Code.ShouldBe(CaseRefusalCode.CaseNotFinished);

    [Fact]
    public void Report_Rated_KeepsTheScore()
    {
        var state = new TestCase().Report(StatusWord.Answered, CaseOutcome.Done).State;

        var decision = CaseCommands.Report(state, new() { Status = StatusWord.Rated, Rating = new(2, 5) });

        decision.Facts.ShouldBe([new CaseRated { Score = 2, Max = 5 }]);
        CaseCommands.Report(state, new() { Status = StatusWord.Rated, Rating = new(6, 5) }).Refusal!.Code.ShouldBe(CaseRefusalCode.RatingRequired);
    }

    [Fact]
    public void RecordDropped_StaleStatus_StandsInTheHistoryOnly()
    {
        var test = new TestCase();
        var before = test.State;
        var incoming = new IncomingStatus { Status = StatusWord.Routed, Revision = "1", ArrivedAt = test.Now };

        test.Do(CaseCommands.RecordDropped(before, "sed", incoming, new(LinkVerdict.DropStale, LinkReason.OlderRevision, Advances: false)));

        test.Last<OutsideStatusDropped>().Reason.ShouldBe("older_revision");
        test.State.ShouldBe(before with { Version = before.Version + 1 });
    }

    [Fact]
    public void IsOverdue_IsDerived()
    {
        var state = new TestCase().Report(StatusWord.Extended, until: Later).State;

        state.IsOverdue(Later).ShouldBeFalse();
        state.IsOverdue(Later.AddSeconds(1)).ShouldBeTrue();
        (state with { Status = MainStatus.Answered }).IsOverdue(Later.AddDays(1)).ShouldBeFalse();
    }
}
