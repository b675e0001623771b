using System.Text.Json.Nodes;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>A variable of an instance.</summary>
public sealed record VariableValue(string Id, string Name, JsonNode? Value);
