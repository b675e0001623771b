namespace MCU.Integration.Mapping.MapTests;

/// <summary>How one test went.</summary>
/// <param name="File">Below the content root.</param>
/// <param name="Line">From 1.</param>
public sealed record MapTestResult(string Map, string Test, string? File, int? Line, IReadOnlyList<MapTestDifference> Differences)
{
    public bool Passed => Differences.Count == 0;
}
