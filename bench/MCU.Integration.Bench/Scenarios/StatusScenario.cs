using System.Diagnostics;
using MCU.Integration.Bench.Content;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Load;
using MCU.Integration.Bench.Results;
using MCU.Integration.Bench.Sink;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>An idle hub hears a status from the document-flow system and tells the citizens' platform: one at a time, from the request to its arrival.</summary>
internal sealed class StatusScenario : IScenario
{
    private const int PerRun = 200;
    private const int WarmUp = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public string Name => "status";

    public bool NeedsHub => true;

    public async Task RunAsync(TestBed bed)
    {
        await using var hub = await bed.StartHubAsync(await bed.NewHubAsync());
        var runs = bed.Runs(5);
        var perRun = bed.Count(PerRun);
        var cases = WarmUp + (runs * perRun);
        await OpenCasesAsync(bed, hub, cases);
        using var connection = await RawConnection.OpenAsync(hub.Address);
        await MeasureAsync(bed, connection, 0, WarmUp);
        List<double> medians = [];
        List<double> tails = [];
        for (var run = 0; run < runs; run++)
        {
            var latencies = await MeasureAsync(bed, connection, WarmUp + (run * perRun), perRun);
            medians.Add(Percentiles.Of(latencies, 50));
            tails.Add(Percentiles.Of(latencies, 99));
        }

        bed.Report.Add("status in → out, idle hub: p50", "ms", medians, Budget.AtMost(50, 170));
        bed.Report.Add("status in → out, idle hub: p99", "ms", tails, Budget.AtMost(250, 800));
    }

    private static async Task OpenCasesAsync(TestBed bed, HubProcess hub, int count)
    {
        var documents = new Documents();
        var requests = Enumerable.Range(0, count).Select(i => LoadGenerator.Request("pos", "pos.message", documents.Message(i))).ToList();
        await LoadGenerator.RunAsync(hub.Address, requests, 8);
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => bed.Sink.ArrivalOf(DeliverySink.CardOf(Documents.MessageId(i))))).WaitAsync(Patience, TimeProvider.System);

        // The links are written after the last answer; then the hub comes to rest.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
    }

    private static async Task<double[]> MeasureAsync(TestBed bed, RawConnection connection, int from, int count)
    {
        var latencies = new double[count];
        for (var i = 0; i < count; i++)
        {
            var message = Documents.MessageId(from + i);
            var request = LoadGenerator.Request("sed", "sed.card.status", Documents.CardStatus(from + i, DeliverySink.CardOf(message)));
            var arrival = bed.Sink.ArrivalOf(DeliverySink.StatusOf(message));
            var started = Stopwatch.GetTimestamp();
            if (await connection.SendAsync(request) != 202)
            {
                throw new InvalidOperationException($"The hub did not accept: {connection.LastAnswer}");
            }

            latencies[i] = Stopwatch.GetElapsedTime(started, await arrival.WaitAsync(Patience, TimeProvider.System)).TotalMilliseconds;
            await Task.Delay(Pause, TimeProvider.System);
        }

        return latencies;
    }
}
