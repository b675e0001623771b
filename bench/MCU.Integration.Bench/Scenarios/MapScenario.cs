using System.Diagnostics;
using System.Text.Json;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Bench.Content;
using MCU.Integration.Bench.Hub;
using MCU.Integration.Bench.Results;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Bench.Scenarios;

/// <summary>A 2 KB document is validated, mapped to the canonical form, and that is validated too: shipped schemas and map, one thread, after warm-up.</summary>
internal sealed class MapScenario : IScenario
{
    private const int PerRun = 10_000;
    private const string Source = "pos.message";
    private const string Map = "pos.message-to-hub.submission";
    private const string Target = "hub.submission";

    public string Name => "map";

    public bool NeedsHub => false;

    public Task RunAsync(TestBed bed)
    {
        var documents = new ContentCompiler(new ManifestCompiler()).Compile(ContentFolder.Read(bed.ContentRoot)).Documents;
        var samples = new Documents();
        using var document = JsonDocument.Parse(samples.Message(1));
        var now = TimeProvider.System.GetUtcNow();

        // Long enough for the optimising compiler to have seen it all.
        Repeat(documents, document.RootElement, now, PerRun);
        var micros = new List<double>();
        var allocated = new List<double>();
        for (var run = 0; run < bed.Runs(5); run++)
        {
            var count = bed.Count(PerRun);
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            Repeat(documents, document.RootElement, now, count);
            micros.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / count);
            allocated.Add((GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0 / count);
        }

        bed.Report.Add("map + validate both sides, 2 KB", "µs", micros, Budget.AtMost(150, 500));
        bed.Report.Add("allocated by it", "KB", allocated, null);
        return Task.CompletedTask;
    }

    private static void Repeat(DocumentBook documents, JsonElement document, DateTimeOffset now, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var mapped = documents.Validate(Source, document).Count == 0 ? documents.Map(Map, document, now) : throw new InvalidOperationException("The sample does not fit its schema.");
            if (!mapped.Succeeded || documents.Validate(Target, mapped.Document).Count > 0)
            {
                throw new InvalidOperationException("The sample cannot be mapped.");
            }
        }
    }
}
