using System.Text.Json;
using MCU.Integration.Mapping.JmesPath;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>How a schema describes the places that expressions read.</summary>
internal static class SourcePaths
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");
    private static readonly JsonElement EmptyArray = JsonElement.Parse("[]");

    /// <summary>
    /// The place as the schema knows it, <c>*</c> for any step. <paramref name="unknown"/> is the first step that the schema does not describe, with whether
    /// its parent forbids it; the place then ends before that step, or is null when that parent describes other steps.
    /// </summary>
    public static string? Resolve(SchemaPlace root, string pattern, out (string Name, bool Forbidden)? unknown)
    {
        unknown = null;
        var at = root;
        var known = "";
        foreach (var step in pattern.Split('/').Skip(1))
        {
            if (step == ReadPlaces.Item && !at.IsArray)
            {
                continue;
            }

            var name = JsonPointer.Parse($"/{step}").Tokens[0];
            var next = step switch { ReadPlaces.Item => at.Items(), "*" => at.AnyProperty(), _ => at.Property(name) };
            if (next is null && at.IsLeaf && (at.Allows(EmptyObject, out _) || at.Allows(EmptyArray, out _)))
            {
                // An open object or list: the schema leaves to the sender what is in it.
                return known;
            }

            if (next is null)
            {
                unknown = (name, at.IsClosed);
                return at.IsLeaf ? known : null;
            }

            known += step == ReadPlaces.Item ? "/*" : $"/{step}";
            at = next;
        }

        return known;
    }

    /// <summary>The places without further places below them; a schema that contains itself is followed once.</summary>
    public static IEnumerable<string> Leaves(SchemaPlace root) => Leaves(root, "", []);

    /// <summary>True when the place, or one above it, is among the patterns.</summary>
    public static bool Covers(IEnumerable<string> patterns, string place)
    {
        var steps = place.Split('/');
        return patterns.Any(pattern =>
        {
            var others = pattern.Split('/');
            return others.Length <= steps.Length && others.Zip(steps).All(pair => pair.First == pair.Second || pair.First == "*" || pair.Second == "*");
        });
    }

    private static IEnumerable<string> Leaves(SchemaPlace place, string at, HashSet<SchemaNode> path)
    {
        if (place.IsLeaf)
        {
            return [at];
        }

        var entered = place.Nodes.Where(path.Add).ToList();
        if (entered.Count == 0)
        {
            return [];
        }

        var leaves = place.PropertyNames.SelectMany(name => Leaves(place.Property(name)!, $"{at}/{JsonPointer.Escape(name)}", path)).ToList();
        if (place.Items() is { } items)
        {
            leaves.AddRange(Leaves(items, $"{at}/*", path));
        }

        path.ExceptWith(entered);
        return leaves;
    }
}
