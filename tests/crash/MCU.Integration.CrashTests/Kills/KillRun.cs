using MCU.Integration.CrashHost;
using MCU.Integration.CrashTests.Hosting;
using MCU.Integration.CrashTests.Judging;
using MCU.Integration.Mocks.City;
using MCU.Integration.TestSupport;

namespace MCU.Integration.CrashTests.Kills;

/// <summary>One run of the 40 messages: the city lives on while hubs are killed; the last hub has to bring everything to its end.</summary>
public static class KillRun
{
    private const int KilledBySignal9 = 128 + 9;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Hurry =
    [
        "--Hub:Bursts:Lease=00:00:02",
        "--Hub:Bursts:PollInterval=00:00:00.200",
        "--Hub:Deliveries:Lease=00:00:01",
        "--Hub:Deliveries:LeaseReserve=00:00:00.200",
        "--Hub:Deliveries:PollInterval=00:00:00.200",
        "--Hub:Feeds:Lease=00:00:01",
        "--Hub:Outbound:BreakerPause=00:00:00.500",
        "--Hub:Schedules:LedgerCompactionSeconds=1",
    ];

    public static async Task<KillOutcome> RunAsync(HubSite site, IKillPlan plan)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var city = MockCity.Start(new()
        {
            Hub = site.Url,
            SamplesFolder = Path.Combine(TestContent.Root, "mocks", "samples"),
            Pace = 0.001,
            CallbackFirstDelay = TimeSpan.FromMilliseconds(50),
            CallbackMaxDelay = TimeSpan.FromMilliseconds(200),
        });
        using var cityView = new CityView(city.PosUrl, city.SedUrl);
        using var hubView = new HubView(site.Url, site.AdminKey);
        var judge = new Judge(cityView, hubView);
        string[] arguments = [.. site.Arguments(city.PosUrl, city.SedUrl, TestContent.InAHurryWithoutScripts), .. Hurry];
        var where = new List<string>();
        var passed = new Dictionary<KillAt, int>();
        while (plan.Next(where.Count, passed) is { } point)
        {
            var trace = Path.Combine(site.Folder, $"trace-{where.Count}");
            using var doomed = Start(arguments, trace, point);
            var early = await judge.WaitAsync(Patience, () => !doomed.HasExited);
            if (!doomed.HasExited)
            {
                // The hub was done before it got there; that is the run without this death.
                return Outcome(trace, early, doomed);
            }

            await doomed.WaitForExitAsync(CancellationToken.None);
            where.Add(await LastLineAsync(trace));
            if (doomed.ExitCode != KilledBySignal9)
            {
                return Outcome(trace, [$"the hub ended with {doomed.ExitCode} instead of being killed"], doomed);
            }

            foreach (var at in Enum.GetValues<KillAt>())
            {
                passed[at] = passed.GetValueOrDefault(at) + CountOf(at, trace);
            }
        }

        var lastTrace = Path.Combine(site.Folder, "trace-last");
        using var last = Start(arguments, lastTrace, null);
        var problems = await judge.WaitAsync(Patience, () => !last.HasExited);
        return Outcome(lastTrace, last.HasExited ? [.. problems, $"the last hub ended with {last.ExitCode}"] : problems, last);

        KillOutcome Outcome(string trace, IReadOnlyList<string> found, ChildProcess hub)
        {
            return new(
                plan,
                where,
                passed.GetValueOrDefault(KillAt.Commit) + CountOf(KillAt.Commit, trace),
                passed.GetValueOrDefault(KillAt.Send) + CountOf(KillAt.Send, trace),
                TimeProvider.System.GetElapsedTime(started),
                found.Count == 0 ? found : [.. found, "the hub printed:", hub.Output]);
        }
    }

    private static ChildProcess Start(string[] arguments, string trace, KillPoint? point)
    {
        var environment = new Dictionary<string, string> { [Crash.TraceVariable] = trace };
        if (point is not null)
        {
            environment[Crash.PlanVariable] = point.ToString();
        }

        return ChildProcess.Start("MCU.Integration.CrashHost", arguments, environment);
    }

    private static async Task<string> LastLineAsync(string trace) =>
        File.Exists(trace) ? (await File.ReadAllLinesAsync(trace)).LastOrDefault("its first moments").Trim() : "its first moments";

    private static int CountOf(KillAt at, string trace) => Lines(trace).Count(line => line.StartsWith(at.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The writer may still be at it.</summary>
    private static IReadOnlyList<string> Lines(string trace)
    {
        if (!File.Exists(trace))
        {
            return [];
        }

        using var stream = new FileStream(trace, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
