using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>What became of a start.</summary>
/// <param name="InstanceId">The instance; null when the activation strategy refused it.</param>
/// <param name="State">Its state; null when it was refused, or goes on in the background.</param>
public sealed record ExecuteResult(string? InstanceId, WorkflowState? State);
