using System.Text.Json;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Lint;
using MCU.Integration.Mapping.Schemas.Keywords;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>Compiles the schemas of one set; references are bound when all are known.</summary>
internal sealed class SchemaBuilder
{
    private readonly Dictionary<(string Key, string Pointer), SchemaNode> _nodes = [];
    private readonly List<(KeywordSite Site, RefRule Rule)> _references = [];

    public List<(string Key, ContentProblem Problem)> Problems { get; } = [];

    public void Report(string key, string pointer, string code, string message) => Problems.Add((key, new(null, null, pointer, code, message)));

    public void BindLater(KeywordSite site, RefRule rule) => _references.Add((site, rule));

    public SchemaNode Compile(string key, JsonPointer pointer, JsonElement schema)
    {
        if (_nodes.TryGetValue((key, pointer.Text), out var known))
        {
            return known;
        }

        var node = new SchemaNode
        {
            Always = schema.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
        };
        _nodes.Add((key, pointer.Text), node);
        if (schema.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in schema.EnumerateObject())
            {
                Compile(key, node, schema, pointer, property);
            }

            if (node.UnevaluatedProperties is { } unevaluated)
            {
                SchemaRule all = new UnevaluatedPropertiesRule(unevaluated, [.. node.Rules]);
                node.Rules.Clear();
                node.Rules.Add(all);
            }
        }
        else if (node.Always is null)
        {
            Report(key, pointer.Text, "schema.not_a_schema", "A schema is an object, true or false.");
        }

        return node;
    }

    public void Bind()
    {
        foreach (var (site, rule) in _references)
        {
            var (key, fragment) = Split(site.Value.GetString()!, site.Key);
            if (!_nodes.ContainsKey((key, "")))
            {
                site.Report("schema.ref_unknown", $"There is no schema '{key}'.");
            }
            else if (!_nodes.TryGetValue((key, fragment), out var target))
            {
                site.Report("schema.ref_unknown", $"The schema '{key}' has no part '{fragment}'.");
            }
            else
            {
                rule.Target = target;
                site.Node.InPlace.Add(target);
                site.Node.Unconditional.Add(target);
            }
        }

        foreach (var (site, rule) in _references.Where(reference => reference.Rule.Target is not null && Returns(reference.Site.Node)))
        {
            rule.Target = null;
            site.Report("schema.ref_cycle", "The reference leads back to itself without a step into the document.");
        }
    }

    private void Compile(string key, SchemaNode node, JsonElement schema, JsonPointer pointer, JsonProperty property)
    {
        if (KeywordTable.All.TryGetValue(property.Name, out var compile))
        {
            compile(new(this, key, node, schema, pointer, property));
        }
        else if (!property.Name.StartsWith("x-", StringComparison.Ordinal))
        {
            Report(key, pointer.Append(property.Name).Text, "schema.keyword_unsupported", $"The keyword '{property.Name}' is not supported; see docs/mapping/schemas.md.");
        }
    }

    private static (string Key, string Fragment) Split(string reference, string own)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var key = hash < 0 ? reference : reference[..hash];
        return (key.Length == 0 ? own : key, hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]));
    }

    private static bool Returns(SchemaNode start)
    {
        var visited = new HashSet<SchemaNode>();
        var open = new Stack<SchemaNode>(start.InPlace);
        while (open.TryPop(out var node))
        {
            if (node == start)
            {
                return true;
            }

            if (visited.Add(node))
            {
                node.InPlace.ForEach(open.Push);
            }
        }

        return false;
    }
}
