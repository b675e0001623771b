namespace MCU.Integration.Bench.Results;

/// <summary>One figure, taken several times.</summary>
/// <param name="Fsync">Latency of the disk just before, milliseconds; null where no disk matters.</param>
internal sealed record Figure(string Scenario, string Name, string Unit, string Database, double[] Values, Budget? Budget, FsyncLatency? Fsync)
{
    public double Median => Percentiles.Of(Values, 50);
}
