using System.Text.Json;
using MCU.Integration.Mapping.CodeLists;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.Maps;

/// <summary>Reads the text of a map (<c>mappings/$schemas/map.schema.json</c>).</summary>
public static class MapReader
{
    /// <summary>The map as written, or null and the reasons. Whether it makes sense is <see cref="MapCompiler"/>'s question.</summary>
    public static (MapDefinition? Map, IReadOnlyList<ContentProblem> Problems) Read(ReadOnlyMemory<byte> text, string? file = null)
    {
        var content = ContentText.Read(file, text, ContentSchemas.Map);
        return (Read(content), content.Problems);
    }

    internal static MapDefinition? Read(ContentText content)
    {
        if (!content.IsReadable)
        {
            return null;
        }

        var root = content.Root;
        var definition = new MapDefinition(
            Text(root, "key")!,
            Text(root, "title")!,
            root.GetProperty("version").GetInt32(),
            Text(root, "source")!,
            Text(root, "target")!,
            Rules(content, root.GetProperty("rules"), "/rules"))
        {
            Zone = Text(root, "zone"),
            Unused = root.TryGetProperty("unused", out var unused)
                ? [.. unused.EnumerateArray().Select((item, i) => Pointer(content, item.GetString()!, $"/unused/{i}"))]
                : [],
        };
        return content.HasErrors ? null : definition;
    }

    private static List<MapRule> Rules(ContentText content, JsonElement rules, string place) =>
        [.. rules.EnumerateArray().Select((rule, i) => Rule(content, rule, $"{place}/{i}"))];

    private static MapRule Rule(ContentText content, JsonElement rule, string place) => new(place, Pointer(content, Text(rule, "to")!, $"{place}/to"))
    {
        When = Text(rule, "when"),
        From = Text(rule, "from"),
        Each = Text(rule, "each"),
        Value = Any(rule, "value"),
        Liquid = Text(rule, "liquid"),
        JavaScript = Text(rule, "javascript"),
        Rules = rule.TryGetProperty("rules", out var rules) ? Rules(content, rules, $"{place}/rules") : null,
        Map = Text(rule, "map"),
        CodeList = rule.TryGetProperty("codeList", out var use) ? CodeList(use) : null,
        Trim = rule.TryGetProperty("trim", out var trim) && trim.GetBoolean(),
        MaxLength = rule.TryGetProperty("maxLength", out var length) ? length.GetInt32() : null,
        As = Text(rule, "as") switch
        {
            null => null,
            "integer" => ConvertTo.Integer,
            "number" => ConvertTo.Number,
            "boolean" => ConvertTo.Boolean,
            "date" => ConvertTo.Date,
            "date-time" => ConvertTo.DateTime,
            _ => ConvertTo.Text,
        },
        Format = Text(rule, "format"),
        Default = Any(rule, "default"),
        Empty = Text(rule, "empty") switch { "null" => EmptyTarget.Null, "error" => EmptyTarget.Error, _ => EmptyTarget.Skip },
    };

    private static CodeListUse CodeList(JsonElement use) =>
        new(Text(use, "key")!, CodeListReader.Direction(Text(use, "direction")), use.TryGetProperty("missing", out _) ? CodeListReader.Policy(use) : null);

    private static JsonPointer Pointer(ContentText content, string text, string place)
    {
        if (JsonPointer.TryParse(text, out var pointer))
        {
            return pointer;
        }

        content.Report(place, "map.pointer", "Not a JSON pointer: '~' stands only before 0 or 1.");
        return JsonPointer.Root;
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement? Any(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value : null;
}
