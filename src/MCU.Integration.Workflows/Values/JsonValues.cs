using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Values;

/// <summary>
/// Reads scalars out of a <see cref="JsonNode"/> whatever backs it. A <see cref="JsonValue"/> made from a CLR number answers only
/// for exactly that CLR type, one made by the parser for all: callers should not have to know.
/// </summary>
public static class JsonValues
{
    /// <summary>Writes non-ASCII text as it is: this JSON is never embedded in HTML.</summary>
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonNodeOptions NodeOptions = new() { PropertyNameCaseInsensitive = false };

    /// <summary>Parses JSON text into a node; <see langword="null"/> for the literal <c>null</c>.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonNode? Parse(string json) => JsonNode.Parse(json, NodeOptions);

    /// <summary>The string, if the node is one; dates and the like are strings in JSON, too.</summary>
    public static string? AsString(this JsonNode? node) => node is not JsonValue value ? null
        : value.TryGetValue(out string? text) ? text
        : value.GetValueKind() == JsonValueKind.String ? value.Deserialize<JsonElement>().GetString()
        : null;

    /// <summary>The boolean, if the node is one.</summary>
    public static bool? AsBoolean(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    /// <summary>The number as an integer, if the node is an integral number within the range of <see cref="long"/>.</summary>
    public static long? AsInteger(this JsonNode? node)
    {
        if (node is not JsonValue value)
        {
            return null;
        }

        if (value.TryGetValue(out long integer) || (value.TryGetValue(out int small) && (integer = small) == small))
        {
            return integer;
        }

        return AsDouble(node) is { } number && number == Math.Floor(number) && Math.Abs(number) <= long.MaxValue ? (long)number : null;
    }

    /// <summary>The number, if the node is one.</summary>
    public static double? AsDouble(this JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
        {
            return null;
        }

        return value.TryGetValue(out double number) ? number : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
    }

    /// <summary>A scalar as text (booleans as <c>True</c>/<c>False</c>, as .NET writes them), anything else as compact JSON.</summary>
    public static string? AsText(this JsonNode? node) => node switch
    {
        null => null,
        JsonValue when node.AsString() is { } text => text,
        JsonValue value when value.TryGetValue(out bool flag) => flag ? bool.TrueString : bool.FalseString,
        _ => node.ToJsonString(Relaxed),
    };

    /// <summary>True for no value, an empty string, an empty array or an empty object.</summary>
    public static bool IsEmpty(this JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject obj => obj.Count == 0,
        _ => node.AsString() is { Length: 0 },
    };

    /// <summary>A copy that may be put under another parent.</summary>
    public static JsonNode? Detached(this JsonNode? node) => node?.Parent is null ? node : node.DeepClone();
}
