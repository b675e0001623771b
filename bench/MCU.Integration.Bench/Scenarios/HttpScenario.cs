using System.Globalization;
using System.Text;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Load;
using MCU.Integration.Bench.Results;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>
/// A workflow that answers requests: HttpEndpoint → SetVariable → FlowDecision → WriteHttpResponse, each with JavaScript, every instance persisted before
/// its answer, 8 connections.
/// </summary>
internal sealed class HttpScenario : IScenario
{
    private const int Connections = 8;
    private const int PerRun = 10_000;

    public string Name => "http";

    public bool NeedsHub => true;

    public async Task RunAsync(TestBed bed)
    {
        await using var hub = await bed.StartHubAsync(await bed.NewHubAsync());
        List<double> rates = [];
        List<double> medians = [];
        List<double> tails = [];
        List<double> work = [];
        for (var run = -1; run < bed.Runs(5); run++)
        {
            var requests = Enumerable.Range(0, bed.Count(run < 0 ? PerRun / 4 : PerRun)).Select(Request).ToList();
            var processor = hub.ProcessorTime;
            var load = await LoadGenerator.RunAsync(hub.Address, requests, Connections, expected: 200);
            if (run >= 0)
            {
                rates.Add(load.PerSecond);
                medians.Add(Percentiles.Of(load.Latencies, 50));
                tails.Add(Percentiles.Of(load.Latencies, 99));
                work.Add((hub.ProcessorTime - processor).TotalMicroseconds / requests.Count);
            }
        }

        bed.Report.Add("HTTP workflow, every instance persisted, 8 connections", "/s", rates, Budget.AtLeast(1500, 500));
        bed.Report.Add("HTTP workflow: p50", "ms", medians, null);
        bed.Report.Add("HTTP workflow: p99", "ms", tails, null);
        bed.Report.Add("processor time of the hub per request", "µs", work, null);
    }

    private static byte[] Request(int number) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"GET /workflows-http/bench/orders?amount={number} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
}
