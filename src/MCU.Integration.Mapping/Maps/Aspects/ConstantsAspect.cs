using System.Text.Json;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>Constants and defaults must fit the target schema.</summary>
internal sealed class ConstantsAspect : IMapAspect
{
    public void Check(MapInspection map, ReportProblem report)
    {
        foreach (var target in map.Targets)
        {
            var place = Place(map.Target, target.Steps);
            Check(place, target.Rule.Value, target, "value", report);

            // The default of an each is the whole list, which its first target stands for.
            if (target.Rule.Each is null || !target.Whole)
            {
                Check(place, target.Rule.Default, target, "default", report);
            }
        }
    }

    private static void Check(SchemaPlace? place, JsonElement? constant, MapTarget target, string field, ReportProblem report)
    {
        if (place is not null && constant is { } value && !place.Allows(value, out var why))
        {
            report($"{target.At}{(target.At == target.Rule.Place ? $"/{field}" : "")}", "map.constant", $"The constant does not fit the target: {why}");
        }
    }

    private static SchemaPlace? Place(SchemaPlace? root, IReadOnlyList<string> steps)
    {
        foreach (var step in steps)
        {
            root = step == "*" ? root?.Items() : root?.Property(JsonPointer.Parse($"/{step}").Tokens[0]);
        }

        return root;
    }
}
