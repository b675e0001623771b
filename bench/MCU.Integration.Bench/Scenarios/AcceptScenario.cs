using MCU.Integration.Bench.Content;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Load;
using MCU.Integration.Bench.Results;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>
/// Durable accept of 1 KB over HTTP, 32 connections. Twice: documents that nobody waits for, which is the border alone, and documents each of which starts
/// a workflow, whose computing competes for the same cores meanwhile.
/// </summary>
internal sealed class AcceptScenario : IScenario
{
    private const int Connections = 32;
    private const int PerRun = 20_000;

    public string Name => "accept";

    public bool NeedsHub => true;

    public async Task RunAsync(TestBed bed)
    {
        await MeasureAsync(bed, "bench.memo", "durable accept, 1 KB, 32 connections");
        await MeasureAsync(bed, "bench.note", "the same while each starts a workflow");
    }

    private static async Task MeasureAsync(TestBed bed, string documentType, string title)
    {
        await using var hub = await bed.StartHubAsync(await bed.NewHubAsync());
        List<double> rates = [];
        List<double> medians = [];
        List<double> tails = [];
        var number = 0;
        for (var run = -1; run < bed.Runs(5); run++)
        {
            var requests = Enumerable.Range(number, bed.Count(run < 0 ? PerRun / 4 : PerRun)).Select(i => LoadGenerator.Request("pos", documentType, Documents.Note(i))).ToList();
            number += requests.Count;
            var load = await LoadGenerator.RunAsync(hub.Address, requests, Connections);
            if (run >= 0)
            {
                rates.Add(load.PerSecond);
                medians.Add(Percentiles.Of(load.Latencies, 50));
                tails.Add(Percentiles.Of(load.Latencies, 99));
            }
        }

        bed.Report.Add(title, "/s", rates, Budget.AtLeast(3000, 900));
        bed.Report.Add($"{title}: p50", "ms", medians, null);
        bed.Report.Add($"{title}: p99", "ms", tails, Budget.AtMost(50, 170));
    }
}
