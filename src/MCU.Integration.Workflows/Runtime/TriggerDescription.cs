using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>A trigger of a published version, to be stored and matched by hash.</summary>
public sealed record TriggerDescription(
    string ActivityId, string ActivityNodeId, string StimulusName, string Hash, JsonNode? Payload, TriggerSchedule? Schedule);
