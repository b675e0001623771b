using System.Text.Json.Nodes;

namespace MCU.Integration.Pipeline.Workflows;

/// <summary>Finds the workflows that a definition uses as activities.</summary>
internal static class NestedWorkflows
{
    /// <summary>Definition ids named anywhere below a root activity.</summary>
    public static IEnumerable<string> IdsIn(JsonNode? node) => node switch
    {
        JsonObject json => Own(json).Concat(json.SelectMany(property => IdsIn(property.Value))),
        JsonArray items => items.SelectMany(IdsIn),
        _ => [],
    };

    private static IEnumerable<string> Own(JsonObject json) =>
        json["workflowDefinitionId"] is JsonValue value && value.TryGetValue<string>(out var id) && id.Length > 0 ? [id] : [];
}
