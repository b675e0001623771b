using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>One text for one value: properties sorted by ordinal name, no white space. Hashes of it are stable across processes.</summary>
public static class CanonicalJson
{
    /// <summary>The canonical UTF-8 text of a value.</summary>
    public static byte[] Write(JsonNode? node, Func<string, bool>? keepAtTop = null)
    {
        var buffer = new ArrayBufferWriter<byte>();

        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, node, keepAtTop);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>SHA-256 of the canonical text, as 64 lower-case hex digits.</summary>
    public static string Hash(JsonNode? node, Func<string, bool>? keepAtTop = null) =>
        Convert.ToHexStringLower(SHA256.HashData(Write(node, keepAtTop)));

    private static void Write(Utf8JsonWriter writer, JsonNode? node, Func<string, bool>? keep)
    {
        switch (node)
        {
            case JsonObject obj:
                writer.WriteStartObject();

                foreach (var (name, value) in obj.OrderBy(property => property.Key, StringComparer.Ordinal))
                {
                    if (keep?.Invoke(name) ?? true)
                    {
                        writer.WritePropertyName(name);
                        Write(writer, value, null);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();

                foreach (var item in array)
                {
                    Write(writer, item, null);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
