namespace MCU.Integration.Bench.Load;

/// <param name="Started">Timestamp of the stopwatch at the first request.</param>
/// <param name="Latencies">Milliseconds, one per document.</param>
internal sealed record LoadResult(long Started, TimeSpan Elapsed, double[] Latencies)
{
    public double PerSecond => Latencies.Length / Elapsed.TotalSeconds;
}
