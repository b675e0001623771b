using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>A place of a document as a schema describes it: all subschemas that may apply there.</summary>
internal sealed class SchemaPlace
{
    private readonly List<SchemaNode> _nodes = [];
    private readonly HashSet<SchemaNode> _certain = [];

    private SchemaPlace(IEnumerable<SchemaNode> starts)
    {
        foreach (var start in starts)
        {
            start.CollectInPlace(_nodes);
            AddCertain(start);
        }
    }

    public IReadOnlyList<SchemaNode> Nodes => _nodes;

    /// <summary>True for the boolean schema true and for a schema without any keyword that looks deeper.</summary>
    public bool IsLeaf => _nodes.TrueForAll(node => !SchemaWalk.Steps(node).Any());

    public bool IsArray => _nodes.Exists(node => node.Items is not null || node.PrefixItems.Count > 0);

    /// <summary>Properties that every valid object here has.</summary>
    public IEnumerable<string> Required => _certain.SelectMany(node => node.Required).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> PropertyNames => _nodes.SelectMany(node => node.Properties.Keys).Distinct(StringComparer.Ordinal);

    public static SchemaPlace Of(CompiledSchema schema) => new([schema.Root]);

    /// <summary>The place of a property; null when no subschema describes it.</summary>
    public SchemaPlace? Property(string name)
    {
        var children = new List<SchemaNode>();
        foreach (var node in _nodes)
        {
            var before = children.Count;
            if (node.Properties.TryGetValue(name, out var property))
            {
                children.Add(property);
            }

            children.AddRange(node.PatternProperties.Where(entry => entry.Pattern.IsMatch(name)).Select(entry => entry.Node));
            if (children.Count == before)
            {
                AddDescribed(children, node.AdditionalProperties);
                AddDescribed(children, node.UnevaluatedProperties);
            }
        }

        return Place(children);
    }

    /// <summary>True when a subschema that always applies forbids properties that it does not know.</summary>
    public bool IsClosed => _certain.Any(node => node.AdditionalProperties?.Always == false || node.UnevaluatedProperties?.Always == false);

    public SchemaPlace? Item(int index)
    {
        var children = new List<SchemaNode>();
        foreach (var node in _nodes)
        {
            AddDescribed(children, index < node.PrefixItems.Count ? node.PrefixItems[index] : node.Items);
        }

        return Place(children);
    }

    /// <summary>Any item.</summary>
    public SchemaPlace? Items()
    {
        var children = new List<SchemaNode>();
        foreach (var node in _nodes)
        {
            children.AddRange(node.PrefixItems);
            AddDescribed(children, node.Items);
        }

        return Place(children);
    }

    /// <summary>The value of any property.</summary>
    public SchemaPlace? AnyProperty()
    {
        var children = new List<SchemaNode>();
        foreach (var node in _nodes)
        {
            children.AddRange(node.Properties.Values);
            children.AddRange(node.PatternProperties.Select(entry => entry.Node));
            AddDescribed(children, node.AdditionalProperties);
            AddDescribed(children, node.UnevaluatedProperties);
        }

        return Place(children);
    }

    /// <summary>True when the value satisfies the subschemas that always apply here.</summary>
    public bool Allows(JsonElement value, out string why)
    {
        var run = new Evaluation(1);
        foreach (var node in _certain)
        {
            node.Check(value, run);
        }

        why = run.Problems.Count == 0 ? "" : run.Problems[0].Message;
        return run.Problems.Count == 0;
    }

    private static SchemaPlace? Place(List<SchemaNode> nodes) => nodes.Count == 0 ? null : new(nodes);

    private static void AddDescribed(List<SchemaNode> children, SchemaNode? node)
    {
        if (node is { Always: null })
        {
            children.Add(node);
        }
    }

    private void AddCertain(SchemaNode node)
    {
        if (_certain.Add(node))
        {
            node.Unconditional.ForEach(AddCertain);
        }
    }
}
