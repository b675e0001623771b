using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions.Liquid;

/// <summary>The filters of Elsa that standard Liquid lacks. Public, because DotLiquid finds filters by reflection.</summary>
public static class LiquidFilters
{
    /// <summary>UTF-8 text as base64.</summary>
    public static string Base64(string? input) => Convert.ToBase64String(Encoding.UTF8.GetBytes(input ?? ""));

    /// <summary>The names of an object's properties.</summary>
    public static IEnumerable<string> Keys(object? input) => input is IDictionary<string, object?> map ? [.. map.Keys] : [];

    /// <summary>The value as JSON text.</summary>
    public static string Json(object? input) => ToJson(input)?.ToJsonString(JsonValues.Relaxed) ?? "null";

    /// <summary>The value as it is: output is never encoded, so that this only keeps templates of Elsa working.</summary>
    public static object? Raw(object? input) => input;

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
