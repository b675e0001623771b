using System.Text.Json;
using System.Text.RegularExpressions;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>One keyword in one schema, while it is compiled.</summary>
internal sealed class KeywordSite(SchemaBuilder builder, string key, SchemaNode node, JsonElement schema, JsonPointer schemaPointer, JsonProperty property)
{
    public string Key => key;

    public SchemaNode Node => node;

    public SchemaBuilder Builder => builder;

    public string Keyword { get; } = property.Name;

    public JsonElement Value { get; } = property.Value;

    public JsonPointer Pointer { get; } = schemaPointer.Append(property.Name);

    public bool IsRoot => schemaPointer.Text.Length == 0;

    public void Add(SchemaRule rule) => node.Rules.Add(rule);

    public bool Has(string keyword) => schema.TryGetProperty(keyword, out _);

    public void Refuse(string what) => builder.Report(key, Pointer.Text, "schema.keyword_value", $"The value of '{Keyword}' {what}.");

    public void Report(string code, string message) => builder.Report(key, Pointer.Text, code, message);

    /// <summary>The keyword's value as a schema.</summary>
    public SchemaNode Child() => builder.Compile(key, Pointer, Value);

    /// <summary>Another keyword of the same schema, as a schema; null when it is not there.</summary>
    public SchemaNode? Sibling(string keyword) =>
        schema.TryGetProperty(keyword, out var value) ? builder.Compile(key, schemaPointer.Append(keyword), value) : null;

    public JsonElement? SiblingValue(string keyword) => schema.TryGetProperty(keyword, out var value) ? value : null;

    public SchemaNode InPlace()
    {
        var child = Child();
        node.InPlace.Add(child);
        return child;
    }

    /// <summary>The keyword's value as a list of schemas for the same place.</summary>
    public SchemaNode[] InPlaceList()
    {
        var nodes = ChildList();
        node.InPlace.AddRange(nodes);
        return nodes;
    }

    public SchemaNode[] ChildList()
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() == 0)
        {
            Refuse("must be a list of schemas that is not empty");
            return [];
        }

        return [.. Value.EnumerateArray().Select((item, i) => builder.Compile(key, Pointer.Append(i), item))];
    }

    /// <summary>The keyword's value as named schemas.</summary>
    public IEnumerable<(string Name, SchemaNode Node)> ChildMap()
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Refuse("must be an object of schemas");
            return [];
        }

        return Value.EnumerateObject().Select(child => (child.Name, builder.Compile(key, Pointer.Append(child.Name), child.Value))).ToList();
    }

    /// <summary>One rule for a pair of limits; made once, by whichever keyword comes first in the schema.</summary>
    public void Range(string minimum, string maximum, Func<int, int, SchemaRule> rule)
    {
        if (Count(Value) is null)
        {
            Refuse("must be a whole number that is not negative");
        }
        else if (Keyword == minimum || !Has(minimum))
        {
            var min = Keyword == minimum ? Count(Value)!.Value : 0;
            var max = SiblingValue(maximum) is { } limit ? Count(limit) ?? int.MaxValue : int.MaxValue;
            if (min > max)
            {
                Refuse($"must not be more than '{maximum}'");
            }

            Add(rule(min, max));
        }
    }

    public static int? Count(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 ? number : null;

    /// <summary>A list of different texts; null (and told) when the value is none.</summary>
    public string[]? Names(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            var names = value.EnumerateArray().Select(item => item.GetString()!).ToArray();
            if (names.Distinct(StringComparer.Ordinal).Count() == names.Length)
            {
                return names;
            }
        }

        Refuse("must be a list of different property names");
        return null;
    }

    /// <summary>A pattern that runs in linear time; null (and told) when it is none.</summary>
    public Regex? Pattern(string source)
    {
        try
        {
            // ECMAScript's $ means the very end of the text; .NET's also matches before a last line feed.
            return new Regex(EndAnchors(source), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            Refuse("must be a regular expression without look-around and back-references");
            return null;
        }
    }

    private static string EndAnchors(string source)
    {
        var inClass = false;
        var anchored = new System.Text.StringBuilder(source.Length + 2);
        for (var i = 0; i < source.Length; i++)
        {
            var character = source[i];
            if (character == '\\' && i + 1 < source.Length)
            {
                anchored.Append(character).Append(source[++i]);
                continue;
            }

            inClass = character == '[' || (inClass && character != ']');
            anchored.Append(character == '$' && !inClass ? @"\z" : character.ToString());
        }

        return anchored.ToString();
    }
}
