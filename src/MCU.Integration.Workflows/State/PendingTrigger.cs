using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.State;

/// <summary>What started the instance and was not taken by its activity yet.</summary>
public sealed record PendingTrigger(string ActivityId, JsonNode? Input);
