using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows.Changes;

/// <summary>A definition as the text of a file: whoever saved it, the same content is the same text, so that version control shows what really changed.</summary>
public static class WorkflowText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What a reader looks for first; everything else follows by name.
    private static readonly string[] First =
        ["$schema", "definitionId", "id", "nodeId", "name", "description", "type", "version", "typeName", "expression", "source", "target", "activity", "port", "x", "y"];

    private static readonly string[] Last = ["variables", "inputs", "outputs", "outcomes", "options", "customProperties", "metadata", "activities", "connections", "root"];

    public static byte[] Write(WorkflowDefinition definition)
    {
        // Links are the answer of an API to one caller, not the workflow.
        var json = definition.ToJson();
        json.Remove("links");
        return Encoding.UTF8.GetBytes(Ordered(json)!.ToJsonString(Indented) + "\n");
    }

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json
            .OrderBy(property => Rank(property.Key))
            .ThenBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, Ordered(property.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };

    private static int Rank(string name)
    {
        var first = Array.IndexOf(First, name);
        return first >= 0 ? first - First.Length : 1 + Array.IndexOf(Last, name);
    }
}
