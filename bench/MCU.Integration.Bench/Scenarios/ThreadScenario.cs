using System.Diagnostics;
using MCU.Integration.Bench.Content;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Load;
using MCU.Integration.Bench.Results;
using MCU.Integration.Bench.Sink;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>Accept → validate → map → case → rules → workflow of five activities → one delivery: from the first request to the last new card at the sink.</summary>
internal sealed class ThreadScenario : IScenario
{
    private const int Connections = 32;
    private const int PerRun = 5_000;
    private const double MegaByte = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Name => "thread";

    public bool NeedsHub => true;

    public async Task RunAsync(TestBed bed)
    {
        var documents = new Documents();
        var settings = await bed.NewHubAsync();
        await using var hub = await bed.StartHubAsync(settings);
        List<double> rates = [];
        List<double> tails = [];
        List<double> work = [];
        var number = 0;
        for (var run = -1; run < bed.Runs(3); run++)
        {
            var numbers = Enumerable.Range(number, bed.Count(run < 0 ? PerRun / 4 : PerRun)).ToList();
            number += numbers.Count;
            var requests = numbers.Select(i => LoadGenerator.Request("pos", "pos.message", documents.Message(i))).ToList();
            var processor = hub.ProcessorTime;
            var load = await LoadGenerator.RunAsync(hub.Address, requests, Connections);
            var last = await LastArrivalAsync(bed.Sink, numbers);
            if (run >= 0)
            {
                rates.Add(requests.Count / Stopwatch.GetElapsedTime(load.Started, last).TotalSeconds);
                tails.Add(Percentiles.Of(load.Latencies, 99));
                work.Add((hub.ProcessorTime - processor).TotalMicroseconds / requests.Count);
            }
        }

        bed.Report.Add("end to end: accept to delivery", "/s", rates, Budget.AtLeast(1000, 300));
        bed.Report.Add("accept meanwhile: p99", "ms", tails, null);
        bed.Report.Add("processor time of the hub per message", "µs", work, null);
        bed.Report.Add("memory (RSS), highest under this load", "MB", [hub.PeakResidentBytes / MegaByte], Budget.AtMost(400, 1300));
        bed.Report.Add("deliveries that came twice", "", [bed.Sink.Repeated], Budget.AtMost(0, 0));
    }

    private static async Task<long> LastArrivalAsync(DeliverySink sink, IEnumerable<int> numbers)
    {
        var arrivals = await Task.WhenAll(numbers.Select(i => sink.ArrivalOf(DeliverySink.CardOf(Documents.MessageId(i))))).WaitAsync(Patience, TimeProvider.System);
        return arrivals.Max();
    }
}
