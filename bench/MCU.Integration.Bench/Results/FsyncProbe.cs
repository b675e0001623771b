using System.Diagnostics;

namespace MCU.Integration.Bench.Results;

/// <summary>How long the disk takes this minute to make 4 KB durable: no durable figure means anything without it.</summary>
internal static class FsyncProbe
{
    private const int Writes = 200;

    public static FsyncLatency Measure(string folder)
    {
        var path = Path.Combine(folder, "fsync-probe");
        var latencies = new double[Writes];
        var block = new byte[4096];
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (var i = 0; i < Writes; i++)
            {
                var from = Stopwatch.GetTimestamp();
                file.Write(block);
                file.Flush(flushToDisk: true);
                latencies[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }
        }

        File.Delete(path);
        return new(Percentiles.Of(latencies, 50), Percentiles.Of(latencies, 99));
    }
}
