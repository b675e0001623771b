using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Ids;
using Case = MCU.Integration.Domain.Cases.Case;

namespace MCU.Integration.Domain.Tests.Cases;

public sealed class DeadlineNoticeTests
{
    private static readonly DateTimeOffset Due = new(2026, 11, 25, 20, 59, 59, TimeSpan.Zero);
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    [Theory]
    [InlineData(-121, null)]
    [InlineData(-119, DeadlineNoticeLevel.Soon)]
    [InlineData(0, DeadlineNoticeLevel.Soon)]
    [InlineData(1, DeadlineNoticeLevel.Missed)]
    public void NoticeDeadline_ByTheTimeLeft_TellsHowFarItIs(int minutesAfter, DeadlineNoticeLevel? level) =>
        LevelOf(CaseCommands.NoticeDeadline(Open(), Ahead, Due.AddMinutes(minutesAfter))).ShouldBe(level);

    [Fact]
    public void NoticeDeadline_WithoutAWarningInTheProfile_TellsOfWhatWasMissedOnly()
    {
        LevelOf(CaseCommands.NoticeDeadline(Open(), null, Due.AddMinutes(-1))).ShouldBeNull();
        LevelOf(CaseCommands.NoticeDeadline(Open(), null, Due.AddMinutes(1))).ShouldBe(DeadlineNoticeLevel.Missed);
    }

    [Fact]
    public void NoticeDeadline_OfATermThatWasTold_TellsOnlyWhatIsWorse()
    {
        var warned = Open() with { Notice = new(DeadlineNoticeLevel.Soon, Due) };
        LevelOf(CaseCommands.NoticeDeadline(warned, Ahead, Due.AddMinutes(-1))).ShouldBeNull();
        LevelOf(CaseCommands.NoticeDeadline(warned, Ahead, Due.AddMinutes(1))).ShouldBe(DeadlineNoticeLevel.Missed);
        var missed = Open() with { Notice = new(DeadlineNoticeLevel.Missed, Due) };
        LevelOf(CaseCommands.NoticeDeadline(missed, Ahead, Due.AddDays(9))).ShouldBeNull();
    }

    [Fact]
    public void NoticeDeadline_OfANewTerm_TellsAnew()
    {
        var extended = Open() with { Notice = new(DeadlineNoticeLevel.Missed, Due.AddDays(-10)) };

        LevelOf(CaseCommands.NoticeDeadline(extended, Ahead, Due.AddMinutes(-1))).ShouldBe(DeadlineNoticeLevel.Soon);
    }

    [Theory]
    [InlineData(MainStatus.Answered)]
    [InlineData(MainStatus.Closed)]
    public void NoticeDeadline_OfACaseThatIsOver_TellsNothing(MainStatus status) =>
        LevelOf(CaseCommands.NoticeDeadline(Open() with { Status = status }, Ahead, Due.AddDays(1))).ShouldBeNull();

    private static DeadlineNoticeLevel? LevelOf(CaseDecision decision) => decision.Facts.OfType<DeadlineNoticed>().SingleOrDefault()?.Level;

    private static Case Open() => new()
    {
        Id = CaseId.From(Guid.CreateVersion7(Due)),
        Version = 1,
        Number = "2026-1",
        SubmissionId = SubmissionId.From(Guid.CreateVersion7(Due)),
        Kind = CaseKind.Report,
        Regime = LegalRegime.Message,
        Source = "pos",
        Status = MainStatus.InProgress,
        StatusSince = Due.AddDays(-30),
        ReceivedAt = Due.AddDays(-30),
        UpdatedAt = Due.AddDays(-30),
        Deadlines = new()
        {
            Profile = "message-standard",
            ProfileVersion = 1,
            Stages = [new() { Stage = DeadlineStage.Answer, StartedAt = Due.AddDays(-30), DueAt = Due, Amount = 30, Unit = DeadlineUnit.CalendarDay }],
        },
    };
}
