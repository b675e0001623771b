using System.Text.Encodings.Web;
using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas;

/// <summary>Makes the copy of a document that everybody may see.</summary>
public static class PiiMasker
{
    /// <summary>What stands in place of a masked text, number or boolean.</summary>
    public const string Mask = "•••";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A copy in UTF-8 in which every value that the schema marks as personal or special is replaced, and also every value that the schema does not describe:
    /// what nobody looked at may be anything. Objects, arrays, property names and nulls stay. Without a schema every value is replaced.
    /// </summary>
    public static byte[] MaskDocument(JsonElement document, CompiledSchema? schema)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            Write(writer, document, schema is null ? [] : Place(schema.Root));
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, List<SchemaNode> place)
    {
        if (place.Exists(node => node.Pii > PiiClass.None))
        {
            place = [];
        }
        else if (place.Exists(node => node.Pii == PiiClass.None))
        {
            value.WriteTo(writer);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, Property(place, property.Name));
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, Item(place, index++));
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Null:
                writer.WriteNullValue();
                break;
            default:
                if (place.Count > 0)
                {
                    value.WriteTo(writer);
                }
                else
                {
                    writer.WriteStringValue(Mask);
                }

                break;
        }
    }

    private static List<SchemaNode> Property(List<SchemaNode> place, string name)
    {
        var children = new List<SchemaNode>();
        foreach (var node in place)
        {
            var known = node.Properties.TryGetValue(name, out var property);
            if (known)
            {
                property!.CollectInPlace(children);
            }

            foreach (var (pattern, patterned) in node.PatternProperties)
            {
                if (pattern.IsMatch(name))
                {
                    known = true;
                    patterned.CollectInPlace(children);
                }
            }

            if (!known)
            {
                Described(node.AdditionalProperties)?.CollectInPlace(children);
                Described(node.UnevaluatedProperties)?.CollectInPlace(children);
            }
        }

        return children;
    }

    private static List<SchemaNode> Item(List<SchemaNode> place, int index)
    {
        var children = new List<SchemaNode>();
        foreach (var node in place)
        {
            Described(index < node.PrefixItems.Count ? node.PrefixItems[index] : node.Items)?.CollectInPlace(children);
        }

        return children;
    }

    private static List<SchemaNode> Place(SchemaNode root)
    {
        var place = new List<SchemaNode>();
        root.CollectInPlace(place);
        return place;
    }

    private static SchemaNode? Described(SchemaNode? node) => node is { Always: null } ? node : null;
}
