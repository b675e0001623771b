using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>A declared input of a workflow.</summary>
public sealed record InputDefinition(
    string Name, Type Type, string TypeName, string? DisplayName, string? Description, string? Category, string? UIHint, StorageDriver Storage)
{
    internal static IReadOnlyList<InputDefinition> ReadAll(JsonNode? inputs) =>
        inputs is not JsonArray array ? [] : [.. array.OfType<JsonObject>().Select(Read)];

    private static InputDefinition Read(JsonObject input)
    {
        var typeName = input["type"].AsString() ?? "Object";

        return new InputDefinition(
            input["name"].AsString() ?? "",
            ValueTypes.Resolve(typeName, input["isArray"].AsBoolean() ?? false),
            typeName,
            input["displayName"].AsString(),
            input["description"].AsString(),
            input["category"].AsString(),
            input["uiHint"].AsString(),
            VariableDefinition.IsInstanceDriver(input["storageDriverType"].AsString()) ? StorageDriver.WorkflowInstance : StorageDriver.Memory);
    }
}
