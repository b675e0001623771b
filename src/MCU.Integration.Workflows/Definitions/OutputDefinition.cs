using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>A declared output of a workflow.</summary>
public sealed record OutputDefinition(string Name, Type Type, string TypeName, string? DisplayName, string? Description)
{
    internal static IReadOnlyList<OutputDefinition> ReadAll(JsonNode? outputs) =>
        outputs is not JsonArray array ? [] : [.. array.OfType<JsonObject>().Select(Read)];

    private static OutputDefinition Read(JsonObject output)
    {
        var typeName = output["type"].AsString() ?? "Object";

        return new OutputDefinition(
            output["name"].AsString() ?? "",
            ValueTypes.Resolve(typeName, output["isArray"].AsBoolean() ?? false),
            typeName,
            output["displayName"].AsString(),
            output["description"].AsString());
    }
}
