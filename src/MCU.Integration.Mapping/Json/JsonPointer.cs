using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MCU.Integration.Mapping.Json;

/// <summary>A JSON pointer (RFC 6901). Immutable.</summary>
public sealed class JsonPointer : IEquatable<JsonPointer>
{
    private readonly string[] _tokens;

    private JsonPointer(string text, string[] tokens)
    {
        Text = text;
        _tokens = tokens;
    }

    /// <summary>The whole document.</summary>
    public static JsonPointer Root { get; } = new("", []);

    /// <summary>As written, escapes included; empty for the whole document.</summary>
    public string Text { get; }

    /// <summary>The steps, unescaped.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <exception cref="FormatException">The text is not a JSON pointer.</exception>
    public static JsonPointer Parse(string text) =>
        TryParse(text, out var pointer) ? pointer : throw new FormatException($"'{text}' is not a JSON pointer (RFC 6901).");

    public static bool TryParse(string? text, [NotNullWhen(true)] out JsonPointer? pointer)
    {
        pointer = null;
        if (text is null || (text.Length > 0 && text[0] != '/'))
        {
            return false;
        }

        for (var i = text.IndexOf('~'); i >= 0; i = text.IndexOf('~', i + 1))
        {
            if (i + 1 >= text.Length || text[i + 1] is not ('0' or '1'))
            {
                return false;
            }
        }

        pointer = text.Length == 0 ? Root : new(text, [.. text[1..].Split('/').Select(Unescape)]);
        return true;
    }

    /// <summary>A token as it stands in a pointer: <c>~</c> and <c>/</c> escaped.</summary>
    public static string Escape(string token) =>
        token.AsSpan().IndexOfAny('~', '/') < 0 ? token : token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public JsonPointer Append(string token) => new($"{Text}/{Escape(token)}", [.. _tokens, token]);

    public JsonPointer Append(int index) => Append(index.ToString(CultureInfo.InvariantCulture));

    /// <summary>This pointer followed by the steps of another.</summary>
    public JsonPointer Append(JsonPointer rest) => _tokens.Length == 0 ? rest : new(Text + rest.Text, [.. _tokens, .. rest._tokens]);

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
            else if (at.ValueKind == JsonValueKind.Array && TryIndex(token, at.GetArrayLength(), out var index))
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

    /// <summary>True when the place exists; its value may then be a JSON null (<paramref name="value"/> is null).</summary>
    public bool TryEvaluate(JsonNode? document, out JsonNode? value)
    {
        value = document;
        foreach (var token in _tokens)
        {
            if (value is JsonObject fields && fields.TryGetPropertyValue(token, out var field))
            {
                value = field;
            }
            else if (value is JsonArray items && TryIndex(token, items.Count, out var index))
            {
                value = items[index];
            }
            else
            {
                value = null;
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Puts a value at this place and makes the parents that are missing: objects, or arrays where the next step is <c>-</c> (append). An index must exist already.
    /// False when a parent is neither object nor array, or an index is out of range; then nothing was changed except for parents made on the way.
    /// </summary>
    public bool TrySet(JsonObject document, JsonNode? value)
    {
        if (_tokens.Length == 0)
        {
            return false;
        }

        JsonNode at = document;
        for (var i = 0; i < _tokens.Length - 1; i++)
        {
            if (Step(at, _tokens[i], _tokens[i + 1]) is not { } next)
            {
                return false;
            }

            at = next;
        }

        var last = _tokens[^1];
        switch (at)
        {
            case JsonObject fields:
                fields[last] = value;
                return true;
            case JsonArray items when last == "-":
                items.Add(value);
                return true;
            case JsonArray items when TryIndex(last, items.Count, out var index):
                items[index] = value;
                return true;
            default:
                return false;
        }
    }

    public bool Equals(JsonPointer? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as JsonPointer);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;

    private static JsonNode? Step(JsonNode at, string token, string next)
    {
        switch (at)
        {
            case JsonObject fields:
                if (!fields.TryGetPropertyValue(token, out var child) || child is null)
                {
                    child = next == "-" ? new JsonArray() : new JsonObject();
                    fields[token] = child;
                }

                return child;
            case JsonArray items when token == "-":
                JsonNode made = next == "-" ? new JsonArray() : new JsonObject();
                items.Add(made);
                return made;
            case JsonArray items when TryIndex(token, items.Count, out var index):
                return items[index];
            default:
                return null;
        }
    }

    // RFC 6901: digits without a leading zero.
    private static bool TryIndex(string token, int count, out int index)
    {
        index = -1;
        return token.Length > 0 && (token.Length == 1 || token[0] != '0')
            && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index)
            && index < count;
    }

    private static string Unescape(string token) =>
        token.Contains('~', StringComparison.Ordinal)
            ? token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : token;
}
