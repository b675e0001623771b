using System.Globalization;
using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

internal sealed class ItemsRule(SchemaNode node) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var valid = true;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if ((index < node.PrefixItems.Count ? node.PrefixItems[index] : node.Items) is { } schema && !run.Item(schema, index, item))
            {
                valid = false;
                if (run.Enough)
                {
                    break;
                }
            }

            index++;
        }

        return valid;
    }
}

internal sealed class ItemCountRule(int min, int max) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var count = value.GetArrayLength();
        return count < min ? run.Fail("schema.minItems", $"Must have at least {min} items.", min.ToString(CultureInfo.InvariantCulture))
            : count <= max || run.Fail("schema.maxItems", $"Must have at most {max} items.", max.ToString(CultureInfo.InvariantCulture));
    }
}

internal sealed class UniqueItemsRule : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < 2)
        {
            return true;
        }

        return AreUnique([.. value.EnumerateArray()]) || run.Fail("schema.uniqueItems", "The items must differ from each other.");
    }

    private static bool AreUnique(JsonElement[] items)
    {
        if (Array.TrueForAll(items, item => item.ValueKind == JsonValueKind.String))
        {
            var texts = new HashSet<string>(items.Length, StringComparer.Ordinal);
            return Array.TrueForAll(items, item => texts.Add(item.GetString()!));
        }

        for (var i = 1; i < items.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (JsonElement.DeepEquals(items[i], items[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}

internal sealed class ContainsRule(SchemaNode node, int min, int max) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var found = 0;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            found += run.TryItem(node, index++, item) ? 1 : 0;
        }

        return found < min ? run.Fail("schema.contains", $"At least {min} of the items must be of the kind that the schema asks for.", min.ToString(CultureInfo.InvariantCulture))
            : found <= max || run.Fail("schema.maxContains", $"At most {max} of the items may be of the kind that the schema asks for.", max.ToString(CultureInfo.InvariantCulture));
    }
}
