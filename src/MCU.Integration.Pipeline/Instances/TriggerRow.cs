using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>What starts a published definition.</summary>
public sealed record TriggerRow(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    string ActivityId,
    string Name,
    string Hash,
    string? Payload)
{
    /// <summary>When time itself starts the workflow; null for other triggers. Written with the trigger, not read back with it.</summary>
    public TriggerSchedule? Schedule { get; init; }
}
