using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>Rows of the heat map: the newest stays, and each change is in the feed.</summary>
public abstract class IndicatorCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    [Fact]
    public async Task Commit_Rows_AreReadBackAsTheyWereAndStandInTheFeed()
    {
        var (first, second) = (Row("a", week: 1, received: 1), Row("b", week: 2, received: 2));
        await CommitAsync(second, first);

        (await Hub.Get<IIndicatorStore>().OfDatasetAsync("d", default, None)).ShouldBe([first, second]);
        (await Hub.Get<IIndicatorStore>().OfDatasetAsync("d", second.Row.Period.From, None)).ShouldBe([second]);
        (await Hub.Get<IIndicatorStore>().FindAsync(["b", "unknown"], None)).ShouldBe([second]);
        (await ReadAsync(0)).Select(change => change.Subject).ShouldBe(["b", "a"], ignoreOrder: true);
    }

    [Fact]
    public async Task Commit_RowAgain_ReplacesItUnlessItIsOlder()
    {
        await CommitAsync(Row("a", 1, received: 1));
        var seen = (await ReadAsync(0))[^1].Sequence;
        var newer = Row("a", 1, received: 5) with { Version = 2 };
        await CommitAsync(newer);
        await CommitAsync(Row("a", 1, received: 3));

        (await Hub.Get<IIndicatorStore>().OfDatasetAsync("d", default, None)).ShouldBe([newer]);
        (await ReadAsync(seen)).ShouldHaveSingleItem().Subject.ShouldBe("a");
    }

    [Fact]
    public async Task Changed_CountedWhileNoReceiverWasConnected_ComesOnceMoreWhenOneIs()
    {
        var receiver = new Receiver();
        var run = new IndicatorRun(Hub.Cases, Hub.Get<IIndicatorStore>(), new Counted([Row("a", 1, received: 1).Row]), receiver);
        async Task<long?> CountAsync()
        {
            var rows = await run.ChangedAsync(Dataset, RuleBook.Empty, Now, await run.MayHandOnAsync("bi-cur", None), None);
            await CommitAsync([.. rows]);
            return rows.SingleOrDefault()?.Version;
        }

        (await CountAsync(), await CountAsync()).ShouldBe((1, null));
        receiver.Connected = true;
        (await CountAsync(), await CountAsync()).ShouldBe((2, null));
        (await run.MayHandOnAsync("", None)).ShouldBeFalse();
    }

    private static IndicatorDefinition Dataset { get; } = new()
    {
        Dataset = "d",
        Title = "d",
        Period = IndicatorPeriodKind.IsoWeek,
        Periods = 520,
        Territory = IndicatorTerritoryLevel.District,
        Breakdowns = [[]],
        Blocks = new Dictionary<string, string>(),
        Residents = new Dictionary<string, int>(),
    };

    private StoredIndicator Row(string key, int week, int received) => new(
        new(
            key,
            "d",
            IndicatorPeriod.Of(IndicatorPeriodKind.IsoWeek, new DateOnly(2026, 11, 2).AddDays(7 * week)),
            new("07701000", "Промышленный", null),
            new("pos", null, "1", "1.2"),
            new() { Received = received, OnTimeShare = 0.3333 },
            new(0.05, 0.12),
            false),
        1,
        Now,
        HandedOn: received > 1);

    private Task<IReadOnlyList<ChangeEntry>> ReadAsync(long after) => Hub.Get<IChangeFeed>().ReadAsync(ChangeTopic.Indicator, after, 100, None);

    private async Task CommitAsync(params StoredIndicator[] rows)
    {
        var changes = Some.Changes();
        changes.Indicators.AddRange(rows);
        (await Hub.Commits.CommitAsync([changes], None)).ShouldBe([CommitOutcome.Committed]);
    }

    private sealed class Counted(IReadOnlyList<IndicatorRow> rows) : IIndicatorCalculator
    {
        public IReadOnlyList<IndicatorRow> Compute(IndicatorDefinition definition, IEnumerable<Case> cases, DateTimeOffset now, TimeZoneInfo zone) => rows;
    }

    private sealed class Receiver : IConnectedAdapters
    {
        public bool Connected { get; set; }

        public ValueTask<bool> IsConnectedAsync(string adapter, CancellationToken cancellation) => new(Connected);
    }
}
