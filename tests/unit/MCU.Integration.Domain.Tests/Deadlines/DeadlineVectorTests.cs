using System.Globalization;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Tests.Content;

namespace MCU.Integration.Domain.Tests.Deadlines;

/// <summary>The test vectors of the shipped calendars; the day of registration is day 0.</summary>
public sealed class DeadlineVectorTests
{
    [Theory]
    [InlineData("2025-10-31", 3, "2025-11-06")] // Sat 1 Nov is worked, 3 and 4 Nov are off
    [InlineData("2025-12-29", 3, "2026-01-13")]
    [InlineData("2026-02-20", 3, "2026-02-26")]
    [InlineData("2026-02-20", 10, "2026-03-10")]
    [InlineData("2026-04-30", 3, "2026-05-06")]
    [InlineData("2026-04-30", 10, "2026-05-18")]
    [InlineData("2026-05-08", 3, "2026-05-14")]
    [InlineData("2026-06-11", 3, "2026-06-17")]
    [InlineData("2026-11-03", 3, "2026-11-09")]
    public void Read_WorkingDays_SkipsDaysOff(string start, int days, string expected) =>
        LastDay(start, new() { Stage = DeadlineStage.Answer, Amount = days, Unit = DeadlineUnit.WorkingDay, Start = DeadlineStart.Received })
            .ShouldBe(expected);

    [Theory]
    [InlineData("2025-12-02", "2026-01-01", "2025-12-30", "2026-01-12")]
    [InlineData("2025-12-10", "2026-01-09", "2025-12-30", "2026-01-12")]
    [InlineData("2026-04-09", "2026-05-09", "2026-05-08", "2026-05-12")]
    [InlineData("2026-01-24", "2026-02-23", "2026-02-20", "2026-02-24")]
    public void Read_ThirtyCalendarDays_RollsAsTheProfileSays(string start, string unrolled, string previous, string next)
    {
        var term = new StageTerm { Stage = DeadlineStage.Answer, Amount = 30, Unit = DeadlineUnit.CalendarDay, Start = DeadlineStart.Registered };

        LastDay(start, term).ShouldBe(unrolled);
        LastDay(start, term with { Roll = DeadlineRoll.Previous }).ShouldBe(previous);
        LastDay(start, term with { Roll = DeadlineRoll.Next }).ShouldBe(next);
    }

    [Fact]
    public void Read_StartInclusive_CountsTheFirstDay()
    {
        var term = new StageTerm
        {
            Stage = DeadlineStage.Answer,
            Amount = 30,
            Unit = DeadlineUnit.CalendarDay,
            Start = DeadlineStart.Registered,
            StartInclusive = true,
        };

        LastDay("2026-06-01", term).ShouldBe("2026-06-30");
    }

    private static string LastDay(string start, StageTerm term)
    {
        var clock = new DeadlineClock(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"), new(23, 59, 59), null, ShippedRules.Content.Calendars);
        var at = DateTimeOffset.Parse(start + "T10:00:00+03:00", CultureInfo.InvariantCulture);
        return clock.DueAt(term, at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
