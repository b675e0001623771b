namespace MCU.Integration.Pipeline.Instances;

/// <summary>What starts a published definition.</summary>
public sealed record TriggerRow(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    string ActivityId,
    string Name,
    string Hash,
    string? Payload);
