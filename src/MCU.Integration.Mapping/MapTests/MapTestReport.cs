namespace MCU.Integration.Mapping.MapTests;

/// <summary>All tests of a content and what they leave open.</summary>
public sealed record MapTestReport(IReadOnlyList<MapTestResult> Results, IReadOnlyList<MapCoverage> Coverage)
{
    public bool Passed => Results.All(result => result.Passed);
}
