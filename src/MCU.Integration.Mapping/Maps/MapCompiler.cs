using MCU.Integration.Mapping.Lint;
using MCU.Integration.Mapping.Maps.Aspects;

namespace MCU.Integration.Mapping.Maps;

/// <summary>Compiles maps and checks them against what they refer to.</summary>
public static class MapCompiler
{
    private static readonly IMapAspect[] Aspects = [new SchemasAspect(), new TargetPlacesAspect(), new RequiredTargetsAspect(), new ConstantsAspect(), new SourcePlacesAspect()];

    /// <summary>All problems are collected, never thrown.</summary>
    public static MapCompilation Compile(MapDefinition definition, IMapContent content)
    {
        var build = new MapBuild(content);
        var (rules, zone) = build.Map(definition);
        if (!build.HasErrors)
        {
            var inspection = new MapInspection(definition, content);
            foreach (var aspect in Aspects)
            {
                aspect.Check(inspection, build.Report);
            }
        }

        return new(build.HasErrors ? null : new CompiledMap(definition, rules, zone), build.Problems);
    }
}
