using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Http;

/// <summary>Values to bytes and back, by content type, as the HTTP activities of Elsa 3.8 do.</summary>
internal static class HttpValues
{
    private const string Json = "application/json";
    private const string Octets = "application/octet-stream";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>The content type of a value that was given none.</summary>
    public static string TypeOf(JsonNode value) => value.AsString() is null ? Json : "text/plain";

    /// <summary>A value as content: text goes as it is, anything else as JSON, fields of a form encoded, octets from base64.</summary>
    /// <exception cref="InvalidOperationException">The value cannot be written so.</exception>
    public static byte[] Write(JsonNode value, string contentType)
    {
        var text = value.AsString();

        return MediaTypeOf(contentType) switch
        {
            Form => Encoding.UTF8.GetBytes(WriteForm(text is null ? value : TryParse(text) ?? value)),
            Octets => Decode(text, contentType),
            _ => Encoding.UTF8.GetBytes(text ?? value.ToJsonString(JsonValues.Relaxed)),
        };
    }

    /// <summary>Received content as a value: JSON is parsed unless text is wanted, text stays text, the rest is a file.</summary>
    /// <exception cref="JsonException">The content is not the JSON that its type says.</exception>
    public static JsonNode? Read(ReadOnlyMemory<byte> body, string? contentType, bool asText, string? fileName = null)
    {
        var mediaType = MediaTypeOf(contentType ?? Octets);

        if (mediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return asText ? TextOf(body) : JsonNode.Parse(body.Span);
        }

        return mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("xml", StringComparison.OrdinalIgnoreCase)
            ? TextOf(body)
            : FileOf(fileName ?? "file.dat", mediaType, body);
    }

    /// <summary>A file as workflows see it; the content is base64.</summary>
    public static JsonObject FileOf(string fileName, string? contentType, ReadOnlyMemory<byte> content) => new()
    {
        ["FileName"] = fileName,
        ["ContentType"] = contentType,
        ["Length"] = content.Length,
        ["Content"] = Convert.ToBase64String(content.Span),
    };

    /// <summary>Named values as workflows see them: one value is text, several are a list.</summary>
    public static JsonObject FieldsOf(IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> fields) => new(fields.Select(field => KeyValuePair.Create(
        field.Key,
        field.Value.Count == 1 ? JsonValue.Create(field.Value[0]) : (JsonNode?)ListOf(field.Value))));

    /// <summary>Headers as workflows see them: each is a list.</summary>
    public static JsonObject ListsOf(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> headers) =>
        new(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)ListOf(header.Value))));

    /// <summary>Headers as a workflow gives them: text or a list for each; empty ones do not count.</summary>
    public static Dictionary<string, IReadOnlyList<string>> HeadersOf(JsonObject? headers)
    {
        var read = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

        foreach (var (name, value) in headers ?? [])
        {
            IReadOnlyList<string> values = value is JsonArray list ? [.. list.Select(JsonValues.AsText).OfType<string>()] : value.AsText() is { } text ? [text] : [];

            if (values.Count > 0)
            {
                read[name] = values;
            }
        }

        return read;
    }

    /// <summary>The content type without parameters.</summary>
    private static string MediaTypeOf(string contentType) => contentType.Split(';', 2)[0].Trim();

    private static JsonArray ListOf(IEnumerable<string?> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static JsonValue TextOf(ReadOnlyMemory<byte> body) => JsonValue.Create(Encoding.UTF8.GetString(body.Span).TrimStart('\uFEFF'));

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonValues.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string WriteForm(JsonNode value) => value is JsonObject fields
        ? string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.AsText() ?? "")}").Select(pair => pair.Replace("%20", "+", StringComparison.Ordinal)))
        : value.AsText()!;

    private static byte[] Decode(string? base64, string contentType)
    {
        var bytes = new byte[base64?.Length ?? 0];
        return base64 is not null && Convert.TryFromBase64String(base64, bytes, out var length)
            ? bytes[..length]
            : throw new InvalidOperationException($"Content of type {contentType} must be given as base64.");
    }
}
