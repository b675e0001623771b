using System.Globalization;
using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>properties, patternProperties and additionalProperties in one pass.</summary>
internal sealed class PropertiesRule(SchemaNode node) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var property in value.EnumerateObject())
        {
            if (!Check(property.Name, property.Value, run))
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

    private bool Check(string name, JsonElement value, Evaluation run)
    {
        var valid = true;
        var known = false;
        if (node.Properties.TryGetValue(name, out var schema))
        {
            known = true;
            valid = run.Property(schema, name, value);
        }

        foreach (var (pattern, patterned) in node.PatternProperties)
        {
            if (pattern.IsMatch(name))
            {
                known = true;
                valid &= run.Property(patterned, name, value);
            }
        }

        if (!known && node.AdditionalProperties is { } additional)
        {
            known = true;
            valid = additional.Always == false
                ? run.FailAt(name, "schema.additionalProperties", "The schema knows no such property.")
                : run.Property(additional, name, value);
        }

        if (known)
        {
            run.Seen?.Add(name);
        }

        return valid;
    }
}

internal sealed class RequiredRule(IReadOnlyList<string> names) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var name in names)
        {
            if (!value.TryGetProperty(name, out _))
            {
                valid = run.FailAt(name, "schema.required", $"The property '{name}' is required.", name);
            }
        }

        return valid;
    }
}

internal sealed class PropertyCountRule(int min, int max) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var count = value.GetPropertyCount();
        return count < min ? run.Fail("schema.minProperties", $"Must have at least {min} properties.", min.ToString(CultureInfo.InvariantCulture))
            : count <= max || run.Fail("schema.maxProperties", $"Must have at most {max} properties.", max.ToString(CultureInfo.InvariantCulture));
    }
}

internal sealed class PropertyNamesRule(SchemaNode node) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var property in value.EnumerateObject())
        {
            if (!run.Try(node, JsonSerializer.SerializeToElement(property.Name)))
            {
                valid = run.FailAt(property.Name, "schema.propertyNames", "The schema allows no property of this name.");
            }
        }

        return valid;
    }
}

internal sealed class DependentRequiredRule(IReadOnlyList<(string Name, string[] Needs)> dependencies) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var (name, needs) in dependencies)
        {
            foreach (var need in value.TryGetProperty(name, out _) ? needs : [])
            {
                if (!value.TryGetProperty(need, out _))
                {
                    valid = run.FailAt(need, "schema.dependentRequired", $"The property '{need}' is required beside '{name}'.", need, name);
                }
            }
        }

        return valid;
    }
}

internal sealed class DependentSchemasRule(IReadOnlyList<(string Name, SchemaNode Node)> dependencies) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var valid = true;
        foreach (var (name, node) in dependencies)
        {
            valid &= !value.TryGetProperty(name, out _) || run.Same(node, value);
        }

        return valid;
    }
}

/// <summary>Runs the schema's other keywords and then looks at the properties that none of them has seen.</summary>
internal sealed class UnevaluatedPropertiesRule(SchemaNode unevaluated, SchemaRule[] others) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        var outer = run.Seen;
        run.Seen = new(StringComparer.Ordinal);
        var valid = true;
        foreach (var rule in others)
        {
            valid &= rule.Check(value, run);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                if (run.Seen.Add(property.Name))
                {
                    valid &= unevaluated.Always == false
                        ? run.FailAt(property.Name, "schema.unevaluatedProperties", "The schema knows no such property.")
                        : run.Property(unevaluated, property.Name, property.Value);
                }
            }
        }

        outer?.UnionWith(run.Seen);
        run.Seen = outer;
        return valid;
    }
}
