namespace MCU.Integration.Bench.Results;

internal static class Percentiles
{
    /// <summary>The value that <paramref name="percent"/> of the values do not exceed (nearest rank).</summary>
    public static double Of(double[] values, double percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Of(IReadOnlyCollection<double> values, double percent) => Of([.. values], percent);
}
