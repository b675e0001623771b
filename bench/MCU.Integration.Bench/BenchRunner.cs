using System.Diagnostics;
using MCU.Integration.Bench.Content;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Results;
using MCU.Integration.Bench.Scenarios;
using MCU.Integration.TestSupport;

namespace MCU.Integration.Bench;

/// <summary>Runs the scenarios one after the other and writes what they found.</summary>
internal static class BenchRunner
{
    private static readonly IScenario[] All = [new MapScenario(), new BurstsScenario(), new StartScenario(), new AcceptScenario(), new ThreadScenario(), new StatusScenario(), new HttpScenario(), new WaitingScenario(), new DesignerScenario()];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        using var folder = new BenchFolder();
        var started = Stopwatch.GetTimestamp();
        var databases = options.Databases;
        if (databases.Contains(DatabaseKind.Postgres) && PostgresBinaries.Find() is null)
        {
            System.Console.WriteLine(TestPostgres.Missing);
            databases = [.. databases.Where(kind => kind != DatabaseKind.Postgres)];
        }

        var scenarios = All.Where(scenario => options.Scenarios.Contains(scenario.Name)).ToList();
        if (options is { HubFolder: null, Quick: false } && scenarios.Exists(scenario => scenario.NeedsHub))
        {
            options = options with { HubFolder = await PublishedHub.MakeAsync(folder.Path) };
        }

        var report = new Report(await Machine.DescribeAsync());
        var content = BenchContent.Compose(folder.Path);
        foreach (var scenario in scenarios)
        {
            foreach (var kind in scenario.NeedsHub ? databases : [DatabaseKind.None])
            {
                report.Begin(scenario.Name, kind, kind == DatabaseKind.None ? null : FsyncProbe.Measure(folder.Path));
                await using var bed = new TestBed(folder, kind, content, options, report);
                await scenario.RunAsync(bed);
            }
        }

        report.Print(Stopwatch.GetElapsedTime(started));
        if (!options.Quick)
        {
            await report.WriteAsync(Path.Combine(BenchContent.RepositoryRoot, "bench", "results"));
        }

        return 0;
    }
}
