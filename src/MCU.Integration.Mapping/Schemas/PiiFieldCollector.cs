using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>Lists the marked fields of a schema as pointer patterns.</summary>
internal static class PiiFieldCollector
{
    public static IReadOnlyList<PiiField> Collect(SchemaNode root)
    {
        var fields = new Dictionary<string, PiiClass>(StringComparer.Ordinal);
        Visit(root, "", [], fields);
        return [.. fields.Select(field => new PiiField(field.Key, field.Value)).OrderBy(field => field.Pattern, StringComparer.Ordinal)];
    }

    private static void Visit(SchemaNode start, string at, HashSet<SchemaNode> path, Dictionary<string, PiiClass> fields)
    {
        var place = new List<SchemaNode>();
        start.CollectInPlace(place);
        var marks = place.Where(node => node.Pii is not null).Select(node => node.Pii!.Value).ToList();
        if (marks.Count > 0)
        {
            var strictest = marks.Max();
            if (strictest > PiiClass.None && (!fields.TryGetValue(at, out var known) || known < strictest))
            {
                fields[at] = strictest;
            }

            return;
        }

        var entered = place.Where(path.Add).ToList();
        foreach (var node in entered)
        {
            foreach (var (step, child) in SchemaWalk.Steps(node))
            {
                Visit(child, $"{at}/{(step == "*" ? step : JsonPointer.Escape(step))}", path, fields);
            }
        }

        path.ExceptWith(entered);
    }
}
