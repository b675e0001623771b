using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>What an expression reads should be a place of the source schema: a misspelt name gives nothing, silently.</summary>
internal sealed class SourcePlacesAspect : IMapAspect
{
    public void Check(MapInspection map, ReportProblem report)
    {
        if (map.Source is null)
        {
            return;
        }

        foreach (var (pattern, at) in map.Reads)
        {
            SourcePaths.Resolve(map.Source, pattern, out var unknown);
            if (unknown is { } step)
            {
                report(
                    at,
                    "map.source_unknown",
                    $"The schema '{map.Definition.Source}' does not know '{step.Name}' here.",
                    step.Forbidden ? ContentSeverity.Error : ContentSeverity.Warning);
            }
        }
    }
}
