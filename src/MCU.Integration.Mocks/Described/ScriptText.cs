using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MCU.Integration.Mocks.Http;

namespace MCU.Integration.Mocks.Described;

/// <summary>Templates of the scripts: <c>{name}</c> from the values, <c>{/pointer}</c> from the document. A text that is one insertion keeps its JSON type.</summary>
internal static partial class ScriptText
{
    public static JsonNode? Fill(JsonNode? template, JsonObject values, JsonObject document) => template switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Fill(field.Value, values, document)))),
        JsonArray items => new JsonArray([.. items.Select(item => Fill(item, values, document))]),
        JsonValue value when value.TryGetValue<string>(out var text) => FillText(text, values, document),
        _ => template?.DeepClone(),
    };

    public static string Text(string template, JsonObject values, JsonObject document) => FillText(template, values, document)?.ToString() ?? "";

    /// <summary>The value at a JSON pointer; null when there is none.</summary>
    public static JsonNode? At(JsonNode? node, string pointer) => pointer.Split('/').Skip(1).Aggregate(node, (at, part) => at switch
    {
        JsonObject fields => fields[part],
        JsonArray items when int.TryParse(part, out var index) && index < items.Count => items[index],
        _ => null,
    });

    private static JsonNode? FillText(string text, JsonObject values, JsonObject document)
    {
        var whole = Insertion().Match(text);
        if (whole.Success && whole.Length == text.Length)
        {
            return Value(whole, values, document)?.DeepClone();
        }

        return JsonValue.Create(Insertion().Replace(text, match => Value(match, values, document)?.ToString() ?? ""));
    }

    private static JsonNode? Value(Match match, JsonObject values, JsonObject document)
    {
        var name = match.Groups[1].Value;
        return name.StartsWith('/') ? At(document, name) : values[name];
    }

    [GeneratedRegex(@"\{([a-z_]+|/[^{}]+)\}")]
    private static partial Regex Insertion();
}
