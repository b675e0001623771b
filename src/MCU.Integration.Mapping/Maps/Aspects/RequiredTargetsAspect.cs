using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>Every required place of the target needs a rule that may write it; of an optional object only when the map writes into it.</summary>
internal sealed class RequiredTargetsAspect : IMapAspect
{
    public void Check(MapInspection map, ReportProblem report)
    {
        foreach (var (pointer, at) in Missing(map))
        {
            report(at, "map.required_target", $"The schema '{map.Definition.Target}' requires {pointer}, and no rule writes it.");
        }
    }

    /// <summary>Required places without a rule, each with the rule or list of rules to look at.</summary>
    public static IReadOnlyList<(string Pointer, string At)> Missing(MapInspection map)
    {
        var missing = new List<(string, string)>();
        if (map.Target is { } root)
        {
            Visit(map, root, [], missing);
        }

        return missing;
    }

    private static void Visit(MapInspection map, SchemaPlace place, List<string> at, List<(string, string)> missing)
    {
        if (map.Targets.Any(target => target.Whole && IsPrefix(target.Steps, at)))
        {
            return;
        }

        foreach (var name in place.Required)
        {
            List<string> wanted = [.. at, JsonPointer.Escape(name)];
            if (!map.Targets.Any(target => IsPrefix(wanted, target.Steps)))
            {
                var near = map.Targets.FirstOrDefault(target => target.Steps.SequenceEqual(at));
                missing.Add(($"/{string.Join('/', wanted)}", near is null ? "/rules" : near.At));
            }
        }

        foreach (var step in map.Targets.Where(target => target.Steps.Count > at.Count && IsPrefix(at, target.Steps)).Select(target => target.Steps[at.Count]).Distinct().ToList())
        {
            var child = step == "*" ? place.Items() : place.Property(JsonPointer.Parse($"/{step}").Tokens[0]);
            if (child is not null)
            {
                Visit(map, child, [.. at, step], missing);
            }
        }
    }

    private static bool IsPrefix(IReadOnlyList<string> prefix, IReadOnlyList<string> steps) =>
        prefix.Count <= steps.Count && prefix.Zip(steps).All(pair => pair.First == pair.Second);
}
