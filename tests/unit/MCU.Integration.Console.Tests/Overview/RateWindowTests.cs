using MCU.Integration.Console.Pages.Overview;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Tests.Overview;

public sealed class RateWindowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 30, TimeSpan.Zero);

    [Fact]
    public void Since_AtFirst_IsTheWholeHour() => new RateWindow().Since(Noon).ShouldBe(new(2026, 11, 23, 11, 1, 0, TimeSpan.Zero));

    [Fact]
    public void Since_AfterwardsAsksForTheLastTwoMinutesOnly()
    {
        var window = new RateWindow();
        window.Add([], Noon);

        window.Since(Noon.AddSeconds(2)).ShouldBe(new(2026, 11, 23, 11, 59, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Add_KeepsMinutesThatAreOverAndReplacesTheOthers()
    {
        var window = new RateWindow();
        window.Add([Rate(-2, 7), Rate(-1, 5), Rate(0, 1)], Noon);

        window.Add([Rate(-1, 6), Rate(0, 3)], Noon.AddSeconds(10));

        window.Rates.Select(rate => rate.Count).ShouldBe([7, 6, 3]);
    }

    [Fact]
    public void Add_AfterALongSleep_ForgetsWhatLeftTheWindow()
    {
        var window = new RateWindow();
        window.Add([Rate(0, 9)], Noon);

        window.Since(Noon.AddHours(3)).ShouldBe(RateWindow.StartOf(Noon.AddHours(3)));
        window.Add([], Noon.AddHours(3));

        window.Rates.ShouldBeEmpty();
    }

    private static MessageRate Rate(int minute, int count) => new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero).AddMinutes(minute), "pos", MessageDirection.In, count);
}
