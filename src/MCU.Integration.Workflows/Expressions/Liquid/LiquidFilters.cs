using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions.Liquid;

/// <summary>The filters of Elsa that standard Liquid lacks. Public, because DotLiquid finds filters by reflection.</summary>
public static class LiquidFilters
{
    /// <summary>The most characters of a text that a filter or <c>capture</c> makes.</summary>
    internal const int MaxLength = 1_000_000;

    /// <summary>Text behind text.</summary>
    public static string? Append(string? input, string? text) => Checked(input?.Length ?? 0, text?.Length ?? 0, 1) ? input + text : null;

    /// <summary>Text before text.</summary>
    public static string? Prepend(string? input, string? text) => Checked(input?.Length ?? 0, text?.Length ?? 0, 1) ? text + input : null;

    /// <summary>Replaces each occurrence; what is sought is text, no pattern.</summary>
    public static string? Replace(string? input, string? sought, string? replacement = "")
    {
        if (string.IsNullOrEmpty(input) || string.IsNullOrEmpty(sought))
        {
            return input;
        }

        var count = input.Length > MaxLength ? 0 : (input.Length - input.Replace(sought, "", StringComparison.Ordinal).Length) / sought.Length;
        return Checked(input.Length, replacement?.Length ?? 0, count) ? input.Replace(sought, replacement, StringComparison.Ordinal) : null;
    }

    /// <summary>The items of a list as text, with text between them.</summary>
    public static string? Join(System.Collections.IEnumerable? input, string? separator = " ")
    {
        if (input is null or string)
        {
            return input as string;
        }

        var parts = input.Cast<object?>().Select(part => Convert.ToString(part, System.Globalization.CultureInfo.InvariantCulture) ?? "").ToList();
        return Checked(parts.Sum(part => part.Length), separator?.Length ?? 0, parts.Count) ? string.Join(separator, parts) : null;
    }

    /// <summary>UTF-8 text as base64.</summary>
    public static string Base64(string? input) => Convert.ToBase64String(Encoding.UTF8.GetBytes(input ?? ""));

    /// <summary>The names of an object's properties.</summary>
    public static IEnumerable<string> Keys(object? input) => input is IDictionary<string, object?> map ? [.. map.Keys] : [];

    /// <summary>The value as JSON text.</summary>
    public static string Json(object? input) => ToJson(input)?.ToJsonString(JsonValues.Relaxed) ?? "null";

    /// <summary>The value as it is: output is never encoded, so that this only keeps templates of Elsa working.</summary>
    public static object? Raw(object? input) => input;

    private static bool Checked(int length, int more, int times) => length + ((long)more * times) <= MaxLength
        ? true
        : throw new ExpressionException($"A filter made more than {MaxLength} characters.");

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        IDictionary<string, object?> map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, ToJson(pair.Value)))),
        string text => JsonValue.Create(text),
        System.Collections.IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToJson)]),
        bool flag => JsonValue.Create(flag),
        long integer => JsonValue.Create(integer),
        int integer => JsonValue.Create(integer),
        double number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        _ => JsonValue.Create(value.ToString()),
    };
}
