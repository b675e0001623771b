using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Tests.Cases;
using MCU.Integration.Domain.Tests.Content;

namespace MCU.Integration.Domain.Tests.Deadlines;

public sealed class DeadlineCalculatorTests
{
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    private readonly DeadlineCalculator _shipped = ShippedRules.Content.Deadlines;

    [Fact]
    public void Compute_AppealNotRegistered_KnowsTheTermOfRegistrationOnly()
    {
        var computed = _shipped.Compute(Appeal().State, TestCase.Start);

        computed.Problems.ShouldBeEmpty();
        var registration = computed.Deadlines!.Stages.ShouldHaveSingleItem();
        registration.Stage.ShouldBe(DeadlineStage.Registration);
        registration.DueAt.ShouldBe(EndOf(2026, 4, 10));
        registration.RolledFrom.ShouldBe(new DateOnly(2026, 4, 12));
    }

    [Fact]
    public void Compute_AppealRegistered_AnswersInThirtyDaysRolledBack()
    {
        var answer = _shipped.Compute(Registered(Appeal()).State, TestCase.Start).Deadlines!.Governing!;

        answer.Stage.ShouldBe(DeadlineStage.Answer);
        answer.DueAt.ShouldBe(EndOf(2026, 5, 8));
        answer.RolledFrom.ShouldBe(new DateOnly(2026, 5, 9));
    }

    [Fact]
    public void Compute_AppealInClarification_KeepsItsClockRunning()
    {
        var test = Registered(Appeal()).Report(StatusWord.Clarification).After(TimeSpan.FromDays(10));

        var answer = _shipped.Compute(test.State, test.Now).Deadlines!.Governing!;

        answer.Paused.ShouldBeFalse();
        answer.DueAt.ShouldBe(EndOf(2026, 5, 8));
    }

    [Fact]
    public void Compute_AppealExtended_AddsThirtyDaysToTheUnrolledTerm()
    {
        var answer = _shipped.Compute(Registered(Appeal()).Report(StatusWord.Extended).State, TestCase.Start).Deadlines!.Governing!;

        answer.Extended.ShouldBeTrue();
        answer.Amount.ShouldBe(60);
        answer.DueAt.ShouldBe(EndOf(2026, 6, 8));
    }

    [Fact]
    public void Compute_ExtendedToAnEarlierDay_TakesThatDay()
    {
        var until = EndOf(2026, 5, 20);

        _shipped.Compute(Registered(Appeal()).Report(StatusWord.Extended, until: until).State, TestCase.Start)
            .Deadlines!.Governing!.DueAt.ShouldBe(until);
    }

    [Fact]
    public void Compute_ExtendedBeyondTheLaw_TakesTheLastAllowedDayAndSaysSo()
    {
        var test = Registered(Appeal()).Report(StatusWord.Extended, until: EndOf(2026, 9, 1));

        var computed = _shipped.Compute(test.State, TestCase.Start);

        computed.Problems.ShouldHaveSingleItem().Code.ShouldBe(DeadlineProblemCode.ExtensionTooLong);
        test.Do(CaseCommands.SetDeadlines(test.State, computed.Deadlines!)).State.DueAt.ShouldBe(EndOf(2026, 6, 8));
    }

    [Fact]
    public void Compute_MessageInClarification_StandsStill()
    {
        var test = Message().Report(StatusWord.Clarification);
        test.Do(CaseCommands.SetDeadlines(test.State, _shipped.Compute(test.After(TimeSpan.FromDays(10)).State, test.Now).Deadlines!));

        test.State.Deadlines!.Governing!.Paused.ShouldBeTrue();
        test.State.DueAt.ShouldBe(EndOf(2026, 5, 19));
        test.State.IsOverdue(EndOf(2027, 1, 1)).ShouldBeFalse();

        test.Report(StatusWord.Clarified);
        var answer = _shipped.Compute(test.State, test.After(TimeSpan.FromDays(5)).Now).Deadlines!.Governing!;
        answer.Paused.ShouldBeFalse();
        answer.DueAt.ShouldBe(EndOf(2026, 5, 19));
    }

    [Fact]
    public void Compute_SubcategoryWithItsOwnTerm_TakesIt() =>
        _shipped.Compute(new TestCase(classifier: new() { Category = "1", Subcategory = "1.4" }).State, TestCase.Start)
            .Deadlines!.Governing!.Amount.ShouldBe(10);

    [Fact]
    public void Compute_AcceleratedMessage_CountsThreeWorkingDays()
    {
        var test = Message();
        test.Do(CaseCommands.SetPace(test.State, DeadlinePace.Accelerated));

        var computed = _shipped.Compute(test.State, TestCase.Start);

        computed.Deadlines!.Profile.ShouldBe("message-accelerated");
        computed.Deadlines.Governing!.DueAt.ShouldBe(EndOf(2026, 4, 14));
    }

    [Fact]
    public void Compute_AcceleratedAppeal_FallsBackToTheLawAndSaysSo()
    {
        var test = Registered(Appeal());
        test.Do(CaseCommands.SetPace(test.State, DeadlinePace.Accelerated));

        var computed = _shipped.Compute(test.State, TestCase.Start);

        computed.Deadlines!.Profile.ShouldBe("appeal-59fz");
        computed.Problems.ShouldHaveSingleItem().Code.ShouldBe(DeadlineProblemCode.NoProfileForPace);
    }

    [Fact]
    public void Compute_Incident_RunsEightHoursAroundTheClock() =>
        _shipped.Compute(new TestCase(CaseKind.Incident, LegalRegime.None).State, TestCase.Start)
            .Deadlines!.Governing!.DueAt.ShouldBe(TestCase.Start.AddHours(8));

    [Fact]
    public void Compute_YearWithoutCalendar_IsAProblemAndNoGuess()
    {
        var test = Appeal();
        var december = new DateTimeOffset(2026, 12, 10, 9, 0, 0, Moscow);
        test.Do(CaseCommands.Register(test.State, "А-1", december));

        var computed = _shipped.Compute(test.State, december);

        computed.Problems.ShouldHaveSingleItem().ShouldBe(new(DeadlineProblemCode.NoCalendar, "2027", DeadlineStage.Answer));
        computed.Deadlines!.Find(DeadlineStage.Forwarding).ShouldNotBeNull();
    }

    [Fact]
    public void Compute_NoProfile_IsAProblem()
    {
        var computed = new DeadlineCalculator(DeadlineProfileSet.Empty, CalendarSet.Empty).Compute(Message().State, TestCase.Start);

        computed.Deadlines.ShouldBeNull();
        computed.Problems.ShouldHaveSingleItem().Code.ShouldBe(DeadlineProblemCode.NoProfile);
    }

    [Fact]
    public void Compute_ProfileChangedMeanwhile_RunningCaseKeepsItsVersion()
    {
        var first = Profile(1, 30) with { ValidTo = new(2026, 4, 30) };
        var second = Profile(2, 10) with { ValidFrom = new(2026, 4, 1) };
        var test = Message();
        test.Do(CaseCommands.SetDeadlines(test.State, Calculator(first).Compute(test.State, test.Now).Deadlines!));

        Calculator(first, second).Compute(test.State, test.Now).Deadlines!.ProfileVersion.ShouldBe(1);
        Calculator(first, second).Compute(Message().State, test.Now).Deadlines!.ProfileVersion.ShouldBe(2);
    }

    [Fact]
    public void Compute_MoreParticularProfile_Wins()
    {
        var roads = Profile(1, 10) with { Key = "roads", Scope = new() { Categories = ["1"] } };
        var regime = Profile(1, 20) with { Key = "regime", Scope = new() { Regimes = [LegalRegime.Message] } };
        var calculator = Calculator(Profile(1, 30), regime, roads);

        calculator.Compute(new TestCase(classifier: new() { Category = "1" }).State, TestCase.Start).Deadlines!.Profile.ShouldBe("roads");
        calculator.Compute(Message().State, TestCase.Start).Deadlines!.Profile.ShouldBe("regime");
    }

    [Fact]
    public void Compute_ReopenedCase_CountsFromTheReopening()
    {
        var test = Registered(Appeal()).Report(StatusWord.Answered, CaseOutcome.Explained).After(TimeSpan.FromDays(20)).Report(StatusWord.Reopened);

        test.State.Deadlines.ShouldBeNull();
        _shipped.Compute(test.State, test.Now).Deadlines!.Governing!.DueAt.ShouldBe(EndOf(2026, 5, 29));
    }

    [Fact]
    public void Compute_ShortTermOverNewYear_NeverEndsBeforeItBegins()
    {
        var profile = Profile(1, 3) with { Stages = [Term(3, DeadlineUnit.CalendarDay) with { Roll = DeadlineRoll.Previous }] };
        var received = new DateTimeOffset(2026, 1, 3, 12, 0, 0, Moscow);

        Calculator(profile).Compute(Message().State with { ReceivedAt = received }, received).Deadlines!.Governing!.DueAt.ShouldBe(EndOf(2026, 1, 12));
    }

    [Theory]
    [InlineData("2026-04-09T17:30:00+03:00", 2, "2026-04-10T10:30:00+03:00")]
    [InlineData("2026-04-09T12:30:00+03:00", 1, "2026-04-09T14:30:00+03:00")] // over the break
    [InlineData("2026-04-30T16:00:00+03:00", 2, "2026-05-04T10:00:00+03:00")] // 30 April is shortened, 1 to 3 May are off
    [InlineData("2026-05-02T11:00:00+03:00", 1, "2026-05-04T10:00:00+03:00")]
    public void Compute_WorkingHours_CountsWorkingTimeOnly(string received, int hours, string due)
    {
        var profile = Profile(1, 1) with
        {
            Stages = [Term(hours, DeadlineUnit.WorkingHour)],
            WorkingHours = new(new(9, 0), new(18, 0), new(13, 0), new(14, 0)),
        };
        var at = DateTimeOffset.Parse(received, System.Globalization.CultureInfo.InvariantCulture);

        Calculator(profile).Compute(Message().State with { ReceivedAt = at }, at).Deadlines!.Governing!.DueAt
            .ShouldBe(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Compute_Minutes_RunAroundTheClock() =>
        Calculator(Profile(1, 1) with { Stages = [Term(30, DeadlineUnit.Minute)] }).Compute(Message().State, TestCase.Start)
            .Deadlines!.Governing!.DueAt.ShouldBe(TestCase.Start.AddMinutes(30));

    [Fact]
    public void Compute_HoursWithPause_AddsThePause()
    {
        var profile = Profile(1, 1) with { Stages = [Term(8, DeadlineUnit.Hour)], ClarificationPauses = true };
        var state = Message().State with { Pauses = [new(TestCase.Start.AddHours(2), TestCase.Start.AddHours(5)), new(TestCase.Start.AddHours(20), TestCase.Start.AddHours(21))] };

        Calculator(profile).Compute(state, TestCase.Start.AddDays(1)).Deadlines!.Governing!.DueAt.ShouldBe(TestCase.Start.AddHours(11));
    }

    [Fact]
    public void Compute_ReceivedAfterMidnightUtcOnly_CountsTheLocalDay()
    {
        var received = new DateTimeOffset(2026, 6, 1, 22, 30, 0, TimeSpan.Zero); // 2 June in Moscow

        Calculator(Profile(1, 1)).Compute(Message().State with { ReceivedAt = received }, received).Deadlines!.Governing!.DueAt.ShouldBe(EndOf(2026, 6, 3));
    }

    private static TestCase Message() => new();

    private static TestCase Appeal() => new(CaseKind.Appeal, LegalRegime.Appeal59Fz);

    private static TestCase Registered(TestCase test) => test.Do(CaseCommands.Register(test.State, "А-26-1", TestCase.Start));

    private static DateTimeOffset EndOf(int year, int month, int day) => new(year, month, day, 23, 59, 59, Moscow);

    private static StageTerm Term(int amount, DeadlineUnit unit) =>
        new() { Stage = DeadlineStage.Answer, Amount = amount, Unit = unit, Start = DeadlineStart.Received };

    private static DeadlineProfile Profile(int version, int days) => new()
    {
        Key = "p",
        Version = version,
        Title = "П",
        ValidFrom = new(2026, 1, 1),
        Stages = [Term(days, DeadlineUnit.CalendarDay)],
    };

    private static DeadlineCalculator Calculator(params DeadlineProfile[] profiles) => new(new(profiles), ShippedRules.Content.Calendars);
}
