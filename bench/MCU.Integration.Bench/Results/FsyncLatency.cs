namespace MCU.Integration.Bench.Results;

/// <summary>Milliseconds of one write of 4 KB made durable.</summary>
internal sealed record FsyncLatency(double P50, double P99)
{
    public override string ToString() => $"{P50:0.00} / {P99:0.00} ms";
}
