using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Results;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>From the start of the process to ready: the first time (tables, keys and content are made) and again; then memory at rest.</summary>
internal sealed class StartScenario : IScenario
{
    private const double MegaByte = 1024 * 1024;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public string Name => "start";

    public bool NeedsHub => true;

    public async Task RunAsync(TestBed bed)
    {
        List<double> first = [];
        List<double> again = [];
        List<double> idle = [];
        for (var run = 0; run < bed.Runs(5); run++)
        {
            var settings = await bed.NewHubAsync();
            await using (var hub = await bed.StartHubAsync(settings))
            {
                first.Add(hub.StartedIn.TotalMilliseconds);
            }

            await using (var hub = await bed.StartHubAsync(settings))
            {
                again.Add(hub.StartedIn.TotalMilliseconds);
                await Task.Delay(Rest, TimeProvider.System);
                idle.Add(hub.ResidentBytes / MegaByte);
            }
        }

        bed.Report.Add("first start to ready: tables, keys, content", "ms", first, null);
        bed.Report.Add("start of an empty hub to ready", "ms", again, Budget.AtMost(2000, 6000));
        bed.Report.Add("memory (RSS), idle", "MB", idle, Budget.AtMost(150, 500));
    }
}
