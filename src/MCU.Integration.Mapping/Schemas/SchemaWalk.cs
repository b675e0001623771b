namespace MCU.Integration.Mapping.Schemas;

/// <summary>Ways through compiled schemas without a document.</summary>
internal static class SchemaWalk
{
    /// <summary>The schema and everything that it leads to, each once.</summary>
    public static IEnumerable<SchemaNode> Reachable(SchemaNode root)
    {
        var visited = new HashSet<SchemaNode>();
        var open = new Stack<SchemaNode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            if (!visited.Add(node))
            {
                continue;
            }

            yield return node;
            foreach (var next in node.InPlace.Concat(Steps(node).Select(step => step.Node)))
            {
                open.Push(next);
            }
        }
    }

    /// <summary>The steps into the document that a schema itself describes; <c>*</c> stands for any name or index.</summary>
    public static IEnumerable<(string Step, SchemaNode Node)> Steps(SchemaNode node)
    {
        var steps = node.Properties.Select(property => (property.Key, property.Value))
            .Concat(node.PatternProperties.Select(pattern => ("*", pattern.Node)))
            .Concat(node.PrefixItems.Select(item => ("*", item)));
        return steps.Concat(
            from child in new[] { node.AdditionalProperties, node.UnevaluatedProperties, node.Items }
            where child is { Always: null }
            select ("*", child));
    }
}
