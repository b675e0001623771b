using MCU.Integration.Domain.Ids;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Domain.Tests.Ids;

public sealed class UuidV7SourceTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, 123, TimeSpan.Zero));

    [Fact]
    public void Next_WithinOneMillisecond_SortsInCreationOrder()
    {
        var source = new UuidV7Source(_time);

        var made = Enumerable.Range(0, 20_000).Select(_ => source.Next()).ToList();

        made.Select(id => id.ToString("D")).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        made.ShouldBeInOrder();
        made.Distinct().Count().ShouldBe(made.Count);
    }

    [Fact]
    public void Next_Always_IsVersion7WithTheTimeInFront()
    {
        var id = new UuidV7Source(_time).Next();

        id.Version.ShouldBe(7);
        (id.Variant & 0b1100).ShouldBe(0b1000);
        Convert.ToInt64(id.ToString("N")[..12], 16).ShouldBe(_time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Next_ClockStepsBack_StillGrows()
    {
        var time = new SettableTime { Now = _time.GetUtcNow() };
        var source = new UuidV7Source(time);
        var before = source.Next();

        time.Now -= TimeSpan.FromHours(1);

        source.Next().CompareTo(before).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Next_ManyThreads_NeverRepeatsAndGrowsOnEach()
    {
        var source = new UuidV7Source(TimeProvider.System);
        var perThread = new List<Guid>[4];

        Parallel.For(0, perThread.Length, i => perThread[i] = [.. Enumerable.Range(0, 20_000).Select(_ => source.Next())]);

        foreach (var ids in perThread)
        {
            ids.ShouldBeInOrder();
        }

        perThread.SelectMany(ids => ids).Distinct().Count().ShouldBe(80_000);
    }

    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
