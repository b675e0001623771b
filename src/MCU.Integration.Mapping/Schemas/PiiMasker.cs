using System.Buffers;
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
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            Write(writer, document, schema is null ? null : SchemaPlace.Of(schema));
        }

        return buffer.WrittenSpan.ToArray();
    }

    // Without a place everything below is masked.
    private static void Write(Utf8JsonWriter writer, JsonElement value, SchemaPlace? place)
    {
        var mark = place?.Nodes.Max(node => node.Pii);
        if (mark > PiiClass.None)
        {
            place = null;
        }
        else if (mark == PiiClass.None)
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
                    Write(writer, property.Value, place?.Property(property.Name));
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, place?.Item(index++));
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Null:
                writer.WriteNullValue();
                break;
            default:
                if (place is not null)
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
}
