namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>The schemas that a map names must exist.</summary>
internal sealed class SchemasAspect : IMapAspect
{
    public void Check(MapInspection map, ReportProblem report)
    {
        if (map.Source is null)
        {
            report("/source", "map.schema_unknown", $"There is no schema '{map.Definition.Source}' without errors.");
        }

        if (map.Target is null)
        {
            report("/target", "map.schema_unknown", $"There is no schema '{map.Definition.Target}' without errors.");
        }
    }
}
