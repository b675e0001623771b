using System.Globalization;
using System.Text.Json.Nodes;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Adapters.Deliveries;

/// <summary>Leaves out and puts in values of a document that is about to be sent.</summary>
internal static class JsonEdit
{
    public static void Remove(JsonNode? root, JsonPointer pointer)
    {
        var tokens = Tokens(pointer);
        if (tokens.Length == 0)
        {
            return;
        }

        var parent = tokens[..^1].Aggregate(root, Step);
        if (parent is JsonObject named)
        {
            named.Remove(tokens[^1]);
        }
        else if (parent is JsonArray list && Index(tokens[^1]) is { } index && index < list.Count)
        {
            list.RemoveAt(index);
        }
    }

    /// <summary>Puts a value there, making the objects on the way; <c>-</c> appends to an array. Returns the root, which an empty pointer replaces.</summary>
    public static JsonNode? Set(JsonNode? root, JsonPointer pointer, JsonNode? value)
    {
        var tokens = Tokens(pointer);
        if (tokens.Length == 0)
        {
            return value;
        }

        root ??= new JsonObject();
        var at = root;
        foreach (var token in tokens[..^1])
        {
            var next = Step(at, token);
            if (next is not (JsonObject or JsonArray))
            {
                next = new JsonObject();
                Put(at, token, next);
            }

            at = next;
        }

        Put(at, tokens[^1], value);
        return root;
    }

    private static void Put(JsonNode at, string token, JsonNode? value)
    {
        if (at is JsonObject named)
        {
            named[token] = value;
        }
        else if (at is JsonArray list)
        {
            if (Index(token) is { } index && index < list.Count)
            {
                list[index] = value;
            }
            else
            {
                list.Add(value);
            }
        }
    }

    private static JsonNode? Step(JsonNode? at, string token) => at switch
    {
        JsonObject named => named[token],
        JsonArray list when Index(token) is { } index && index < list.Count => list[index],
        _ => null,
    };

    private static int? Index(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string[] Tokens(JsonPointer pointer) => pointer.Text.Length == 0
        ? []
        : [.. pointer.Text[1..].Split('/').Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
}
