using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>What a rule writes must be a place of the target schema.</summary>
internal sealed class TargetPlacesAspect : IMapAspect
{
    public void Check(MapInspection map, ReportProblem report)
    {
        foreach (var target in map.Targets)
        {
            var at = map.Target;
            foreach (var step in target.Steps)
            {
                if (at is null)
                {
                    break;
                }

                var name = JsonPointer.Parse($"/{step}").Tokens[0];
                var next = step == "*" ? at.Items() : at.Property(name);
                if (next is null)
                {
                    var known = $"The schema '{map.Definition.Target}' does not know '{name}' in /{string.Join('/', target.Steps)}.";
                    report($"{target.At}{(target.At == target.Rule.Place ? "/to" : "")}", "map.target_unknown", known, at.IsClosed ? ContentSeverity.Error : ContentSeverity.Warning);
                }

                at = next;
            }
        }
    }
}
