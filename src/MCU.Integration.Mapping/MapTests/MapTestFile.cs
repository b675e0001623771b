namespace MCU.Integration.Mapping.MapTests;

/// <summary>The tests beside a map.</summary>
/// <param name="Path">Below the content root.</param>
public sealed record MapTestFile(string Map, string? Path, IReadOnlyList<MapTest> Tests);
