using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>Finds the workflows that a definition uses as activities.</summary>
internal static class NestedWorkflows
{
    private const string Property = "workflowDefinitionId";

    /// <summary>Definition ids named anywhere below a root activity.</summary>
    public static IEnumerable<string> IdsIn(JsonNode? node) => AllIn(node).Select(activity => activity[Property].AsString()!);

    /// <summary>The activities that stand for that definition.</summary>
    public static IEnumerable<JsonObject> In(JsonNode? node, string definitionId) => AllIn(node).Where(activity => activity[Property].AsString() == definitionId);

    private static IEnumerable<JsonObject> AllIn(JsonNode? node) => node switch
    {
        JsonObject json => (json[Property].AsString() is { Length: > 0 } ? [json] : Array.Empty<JsonObject>()).Concat(json.SelectMany(property => AllIn(property.Value))),
        JsonArray items => items.SelectMany(AllIn),
        _ => [],
    };
}
