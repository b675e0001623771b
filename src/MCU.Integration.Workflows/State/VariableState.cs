using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.State;

/// <summary>The stored value of a variable. Name and type are stored for dynamic ones only; the others are declared in the definition.</summary>
public sealed record VariableState(string Id, JsonNode? Value, string? Name = null, string? TypeName = null);
