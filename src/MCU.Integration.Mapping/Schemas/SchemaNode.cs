using System.Text.Json;
using System.Text.RegularExpressions;
using MCU.Integration.Mapping.Schemas.Keywords;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>One compiled (sub)schema. Filled while its set is compiled, never changed afterwards.</summary>
internal sealed class SchemaNode
{
    /// <summary>Set for the boolean schemas true and false.</summary>
    public bool? Always { get; init; }

    public List<SchemaRule> Rules { get; } = [];

    public PiiClass? Pii { get; set; }

    public Dictionary<string, SchemaNode> Properties { get; } = new(StringComparer.Ordinal);

    public List<(Regex Pattern, SchemaNode Node)> PatternProperties { get; } = [];

    public SchemaNode? AdditionalProperties { get; set; }

    public SchemaNode? UnevaluatedProperties { get; set; }

    public List<SchemaNode> PrefixItems { get; } = [];

    public SchemaNode? Items { get; set; }

    public IReadOnlyList<string> Required { get; set; } = [];

    /// <summary>Subschemas that see the same place of the document: $ref, allOf, anyOf, if …</summary>
    public List<SchemaNode> InPlace { get; } = [];

    /// <summary>Subschemas of <see cref="InPlace"/> that every valid document must satisfy: $ref and allOf.</summary>
    public List<SchemaNode> Unconditional { get; } = [];

    public bool Check(JsonElement value, Evaluation run)
    {
        if (Always is { } always)
        {
            return always || run.Fail("schema.false", "Nothing may stand here.");
        }

        var valid = true;
        foreach (var rule in Rules)
        {
            if (!rule.Check(value, run))
            {
                valid = false;
                if (run.Enough)
                {
                    break;
                }
            }
        }

        return valid;
    }

    /// <summary>This schema and all that see the same place, each once.</summary>
    public void CollectInPlace(List<SchemaNode> nodes)
    {
        if (nodes.Contains(this))
        {
            return;
        }

        nodes.Add(this);
        foreach (var node in InPlace)
        {
            node.CollectInPlace(nodes);
        }
    }
}
