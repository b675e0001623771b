using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Definitions;

/// <summary>A version as a file: Elsa's schema, indented, properties in an order that does not depend on who wrote them, so that a comparison shows only what changed.</summary>
public static class DefinitionFile
{
    /// <summary>First property of a definition file.</summary>
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly string[] First = ["$schema", "id", "definitionId", "nodeId", "name", "displayName", "type", "typeName", "description", "createdAt", "version", "toolVersion"];
    private static readonly string[] Last = ["customProperties", "metadata", "variables", "activities", "connections", "root"];

    private static readonly JsonSerializerOptions Indented = new(JsonValues.Relaxed) { WriteIndented = true };

    /// <summary>UTF-8 text of the file.</summary>
    public static byte[] Write(DefinitionRow row)
    {
        var definition = JsonNode.Parse(row.Body)!.AsObject();
        definition["$schema"] = Schema;
        definition["id"] = row.Id;
        definition["definitionId"] = row.DefinitionId;
        definition["version"] = row.Version;
        definition["isLatest"] = row.IsLatest;
        definition["isPublished"] = row.IsPublished;
        definition["createdAt"] = row.CreatedAt;
        MakeValuesText(definition["variables"]);
        return JsonSerializer.SerializeToUtf8Bytes(Ordered(definition), Indented);
    }

    // Elsa Studio refuses a file whose variables have values that are not text.
    private static void MakeValuesText(JsonNode? variables)
    {
        foreach (var variable in (variables as JsonArray ?? []).OfType<JsonObject>())
        {
            if (variable["value"] is { } value && value.AsString() is null)
            {
                variable["value"] = value.AsText();
            }
        }
    }

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.OrderBy(property => Rank(property.Key)).ThenBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, Ordered(property.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };

    private static int Rank(string name) =>
        Array.IndexOf(First, name) is var first and >= 0 ? first
        : Array.IndexOf(Last, name) is var last and >= 0 ? First.Length + 1 + last
        : First.Length;
}
