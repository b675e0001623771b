using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Definitions;

/// <summary>A variable declared by a workflow or a container.</summary>
/// <param name="Id">What activities refer to it by; unique within its scope.</param>
/// <param name="Name">What expressions call it.</param>
/// <param name="Type">The CLR type of its alias.</param>
/// <param name="TypeName">The alias as written.</param>
/// <param name="Default">The declared value as written; <see langword="null"/> if none.</param>
/// <param name="Storage">Whether its value survives a suspension.</param>
public sealed record VariableDefinition(string Id, string Name, Type Type, string TypeName, JsonNode? Default, StorageDriver Storage)
{
    /// <summary>Reads the <c>variables</c> of a definition or a container.</summary>
    public static IReadOnlyList<VariableDefinition> ReadAll(JsonNode? variables) =>
        variables is not JsonArray { Count: > 0 } array ? [] : [.. array.OfType<JsonObject>().Select(Read)];

    /// <summary>The initial value, converted to the variable's type. Elsa 3.8 reads an empty text as no value.</summary>
    /// <exception cref="ValueConversionException">The declared value is not of the variable's type.</exception>
    public JsonNode? InitialValue() => Default is null || Default.AsString() is { Length: 0 } ? null : ValueConverter.Coerce(Default, Type);

    private static VariableDefinition Read(JsonObject variable)
    {
        var name = variable["name"].AsString() ?? "";
        var typeName = variable["typeName"].AsString() ?? "Object";
        var driver = variable["storageDriverTypeName"].AsString();

        return new VariableDefinition(
            variable["id"].AsString() ?? name,
            name,
            ValueTypes.Resolve(typeName, variable["isArray"].AsBoolean() ?? false),
            typeName,
            variable["value"],
            IsInstanceDriver(driver) ? StorageDriver.WorkflowInstance : StorageDriver.Memory);
    }

    /// <summary>Short, full and legacy names (<c>WorkflowStorageDriver</c>) all occur in files.</summary>
    internal static bool IsInstanceDriver(string? driver) =>
        driver?.Split(',')[0].Split('.')[^1].Trim() is "WorkflowInstanceStorageDriver" or "WorkflowStorageDriver";
}
