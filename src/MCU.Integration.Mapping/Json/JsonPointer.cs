using System.Text.Json;

namespace MCU.Integration.Mapping.Json;

/// <summary>A JSON pointer (RFC 6901).</summary>
public sealed class JsonPointer
{
    private readonly string[] _tokens;

    private JsonPointer(string text, string[] tokens)
    {
        Text = text;
        _tokens = tokens;
    }

    public string Text { get; }

    /// <exception cref="FormatException">The text is neither empty nor begins with a slash.</exception>
    public static JsonPointer Parse(string text) =>
        text.Length == 0 ? new(text, [])
        : text[0] == '/' ? new(text, [.. text[1..].Split('/').Select(token => token.Replace("~1", "/").Replace("~0", "~"))])
        : throw new FormatException($"'{text}' is not a JSON pointer: it must begin with '/'.");

    /// <summary>The value that it points to, or null.</summary>
    public JsonElement? Evaluate(JsonElement document)
    {
        var at = document;
        foreach (var token in _tokens)
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(token, out var property))
            {
                at = property;
            }
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(token, out var index) && index >= 0 && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else
            {
                return null;
            }
        }

        return at;
    }

    public override string ToString() => Text;
}
