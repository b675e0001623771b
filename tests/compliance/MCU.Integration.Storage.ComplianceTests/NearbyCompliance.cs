using System.Data.Common;
using System.Text;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Content;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>Reports of one thing that arrive at the same time: each is committed knowing of those before it.</summary>
public abstract class NearbyCompliance(StorageUnderTest storage) : ComplianceTest(storage), ICommitGate
{
    private const int Rounds = 5;

    private static readonly RuleBook ThirdReport = new(
        RulesContent.Load(
        [
            new("terms.json", RulesFileKind.AutoRules, Encoding.UTF8.GetBytes(
                """
                {"key": "terms", "rules": [{"id": "third", "version": 1, "order": 1, "title": "Третье обращение об одном",
                    "when": {"repeat": {"atLeast": 2, "withinDays": 30, "withinMetres": 200}}, "then": {"priority": "high"}}]}
                """)),
        ]).Value.ShouldNotBeNull(),
        RuleBook.Empty.Zone);

    private int _heldBack;

    [Theory]
    [InlineData(45.00001, 45.00002, 45.00003)]
    [InlineData(45.0, 45.0009, 45.0017)]
    public async Task ThreeReports_AtTheSameInstant_TheLastKnowsOfBothOthers(double first, double second, double third)
    {
        var reports = await Task.WhenAll(new[] { first, second, third }.Select((latitude, i) => ReportAsync(latitude, Now.AddSeconds(-i))));

        // Nobody sees anybody yet. Their transactions meet: the first is held back until the other two wait for it.
        _heldBack = Storage.ManyNodes ? 2 : 0;
        var outcomes = await Task.WhenAll(reports.Select(report => Hub.Commits.CommitAsync([report.Changes], None)));
        outcomes.Count(outcome => outcome[0] == CommitOutcome.Committed).ShouldBe(1);

        var found = await Task.WhenAll(reports.Where((_, i) => outcomes[i][0] == CommitOutcome.Conflict).Select(CommitAgainAsync));
        found.ShouldBe([1, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task Reports_InOneBatch_AreCountedAgainstEachOther()
    {
        var near = await Task.WhenAll(ReportAsync(45.0, Now), ReportAsync(45.0001, Now));
        var far = await ReportAsync(45.1, Now);

        (await Hub.Commits.CommitAsync([near[0].Changes, far.Changes, near[1].Changes], None))
            .ShouldBe([CommitOutcome.Committed, CommitOutcome.Committed, CommitOutcome.Conflict]);
    }

    [Fact]
    public async Task Report_ThatNeedsNoMore_DependsOnNothing()
    {
        foreach (var latitude in new[] { 45.0, 45.0001 })
        {
            (await CommitAgainAsync(await ReportAsync(latitude, Now))).ShouldBeLessThan(2);
        }

        var third = await ReportAsync(45.0002, Now);

        third.Found.ShouldBe(2);
        third.Changes.NearbyGuards.ShouldBeEmpty();
    }

    async Task ICommitGate.PassAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        var waiting = Interlocked.Exchange(ref _heldBack, 0);
        while (waiting > 0 && await WaitingForLocksAsync() < waiting)
        {
            await Task.Yield();
        }

        await transaction.CommitAsync(cancellation);
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton<ICommitGate>(this);

    private Task<long> WaitingForLocksAsync() => Hub.Get<HubDatabase>().ReadAsync(
        session => session.ScalarAsync<long>(
            "select count(distinct pid) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())", null, None),
        None);

    /// <summary>A burst that opens a case and asks the rules about it.</summary>
    private async Task<Report> ReportAsync(double latitude, DateTimeOffset received)
    {
        var submission = Some.Submission() with { ReceivedAt = received };
        var fact = (CaseOpened)Some.NewCase(submission).Events[0].Fact with
        {
            Classifier = new() { Subcategory = "1.2" },
            Territory = new() { Latitude = latitude, Longitude = 41.9 },
        };
        var scope = new BurstScope(Services(), ActiveSet.Empty with { Rules = ThirdReport }, null, null, Now);
        var unit = scope.NewCase();
        unit.Apply(CaseCommands.Open(null, fact), new(Now, Now, new(CaseActorKind.AutoRule), CaseCause.None), Hub.Ids);
        var nearby = await NearbyCases.FindAsync(scope, unit.Known, None);
        return new(latitude, received, scope.TakeChanges(), nearby.Count);
    }

    /// <summary>As the work processor does: computed again until nothing came between.</summary>
    private async Task<int> CommitAgainAsync(Report report)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var again = await ReportAsync(report.Latitude, report.Received);
            if ((await Hub.Commits.CommitAsync([again.Changes], None))[0] == CommitOutcome.Committed)
            {
                return again.Found;
            }
        }

        throw new InvalidOperationException("Something comes between all the time.");
    }

    private BurstServices Services() => new(
        Hub.Cases, Hub.Messages, Hub.Attachments, Hub.Deliveries, new CaseNumbers(Hub.Numbers), null!, Hub.Get<ISealer>(), new WorkInputs(Hub.Get<ISealer>()), Hub.Ids, Options.Create(new BurstOptions()));

    private sealed record Report(double Latitude, DateTimeOffset Received, ChangeSet Changes, int Found);
}
