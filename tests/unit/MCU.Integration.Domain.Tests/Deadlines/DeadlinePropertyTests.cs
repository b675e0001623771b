using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Tests.Content;

namespace MCU.Integration.Domain.Tests.Deadlines;

public sealed class DeadlinePropertyTests
{
    private static readonly CalendarSet Calendars = ShippedRules.Content.Calendars;

    private static readonly DeadlineClock Clock =
        new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"), new(23, 59, 59), new(new(9, 0), new(18, 0), new(13, 0), new(14, 0)), Calendars);

    [Fact]
    public void DueAt_WorkingDays_HasExactlySoManyWorkingDaysBehindTheStart() => ForEachStart((random, start) =>
    {
        var amount = random.Next(1, 40);
        var last = LocalDay(Clock.DueAt(Term(amount, DeadlineUnit.WorkingDay), start));

        IsWorking(last).ShouldBeTrue();
        Enumerable.Range(1, last.DayNumber - LocalDay(start).DayNumber).Count(days => IsWorking(LocalDay(start).AddDays(days))).ShouldBe(amount);
    });

    [Fact]
    public void DueAt_Rolled_IsTheNearestWorkingDayOnThatSide() => ForEachStart((random, start) =>
    {
        var term = Term(random.Next(12, 60), DeadlineUnit.CalendarDay);
        var unrolled = LocalDay(Clock.DueAt(term, start));
        var previous = LocalDay(Clock.DueAt(term with { Roll = DeadlineRoll.Previous }, start));
        var next = LocalDay(Clock.DueAt(term with { Roll = DeadlineRoll.Next }, start));

        previous.ShouldBeLessThanOrEqualTo(unrolled);
        next.ShouldBeGreaterThanOrEqualTo(unrolled);
        (IsWorking(previous), IsWorking(next)).ShouldBe((true, true));
        Between(previous, next).ShouldAllBe(day => !IsWorking(day) || day == unrolled);
    });

    [Fact]
    public void DueAt_LongerTerm_IsNeverEarlier() => ForEachStart((random, start) =>
    {
        foreach (var unit in Enum.GetValues<DeadlineUnit>())
        {
            var amount = random.Next(1, 40);
            Clock.DueAt(Term(amount + 1, unit), start).ShouldBeGreaterThan(Clock.DueAt(Term(amount, unit), start));
        }
    });

    [Fact]
    public void DueAt_LaterStart_IsNeverEarlier() => ForEachStart((random, start) =>
    {
        foreach (var unit in Enum.GetValues<DeadlineUnit>())
        {
            var term = Term(random.Next(1, 40), unit);
            Clock.DueAt(term, start.AddMinutes(random.Next(3000))).ShouldBeGreaterThanOrEqualTo(Clock.DueAt(term, start));
        }
    });

    [Fact]
    public void DueAt_Pause_NeverShortensATerm() => ForEachStart((random, start) =>
    {
        var from = start.AddMinutes(random.Next(20_000));
        PausedSpan[] pauses = [new(from, from.AddMinutes(random.Next(1, 10_000)))];
        foreach (var unit in Enum.GetValues<DeadlineUnit>())
        {
            var term = Term(random.Next(1, 20), unit);
            Clock.DueAt(term, start, pauses).ShouldBeGreaterThanOrEqualTo(Clock.DueAt(term, start));
        }
    });

    private static void ForEachStart(Action<Random, DateTimeOffset> check)
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            check(random, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(3)).AddMinutes(random.Next(600 * 24 * 60)));
        }
    }

    private static StageTerm Term(int amount, DeadlineUnit unit) =>
        new() { Stage = DeadlineStage.Answer, Amount = amount, Unit = unit, Start = DeadlineStart.Received };

    private static DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(3)).DateTime);

    private static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.DayNumber + 1, Math.Max(0, last.DayNumber - first.DayNumber - 1)).Select(DateOnly.FromDayNumber);

    private static bool IsWorking(DateOnly day) => Calendars.Find(day.Year)!.IsWorking(day);
}
