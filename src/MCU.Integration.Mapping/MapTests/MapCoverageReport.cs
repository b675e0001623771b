using MCU.Integration.Mapping.Maps;
using MCU.Integration.Mapping.Maps.Aspects;

namespace MCU.Integration.Mapping.MapTests;

/// <summary>Finds what a map and its tests leave open.</summary>
internal static class MapCoverageReport
{
    public static MapCoverage Of(MapDefinition map, IMapContent content, int tests, IReadOnlyList<CodeUse> seen)
    {
        var inspection = new MapInspection(map, content);
        return new(map.Key, tests, [.. RequiredTargetsAspect.Missing(inspection).Select(missing => missing.Pointer)], NeverRead(inspection), NeverSeen(inspection, seen));
    }

    private static List<string> NeverRead(MapInspection map)
    {
        if (map.Source is not { } source)
        {
            return [];
        }

        var read = map.Reads.Select(read => SourcePaths.Resolve(source, read.Pattern, out _)).OfType<string>()
            .Concat(map.Definition.Unused.Select(pointer => pointer.Text))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return [.. SourcePaths.Leaves(source).Distinct(StringComparer.Ordinal).Where(leaf => !SourcePaths.Covers(read, leaf)).Order(StringComparer.Ordinal)];
    }

    private static List<CodesNeverSeen> NeverSeen(MapInspection map, IReadOnlyList<CodeUse> seen) =>
        [.. from lookup in map.Lookups
            let codes = lookup.List.Codes(lookup.Direction)
                .Except(seen.Where(use => use.CodeList == lookup.List.Key && use.Direction == lookup.Direction).Select(use => use.Code))
                .Order(StringComparer.Ordinal)
                .ToList()
            where codes.Count > 0
            select new CodesNeverSeen(lookup.List.Key, lookup.Direction, codes)];
}
