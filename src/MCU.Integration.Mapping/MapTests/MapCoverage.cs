namespace MCU.Integration.Mapping.MapTests;

/// <summary>What a map and its tests leave open.</summary>
/// <param name="RequiredTargetsWithoutSource">Target places that the schema requires and no rule writes.</param>
/// <param name="SourceFieldsNeverRead">Source places that no expression reads and that the map does not list under <c>unused</c>; <c>*</c> for any item.</param>
public sealed record MapCoverage(
    string Map,
    int Tests,
    IReadOnlyList<string> RequiredTargetsWithoutSource,
    IReadOnlyList<string> SourceFieldsNeverRead,
    IReadOnlyList<CodesNeverSeen> CodesNeverSeen)
{
    public bool IsComplete => RequiredTargetsWithoutSource.Count == 0 && SourceFieldsNeverRead.Count == 0 && CodesNeverSeen.Count == 0;
}
