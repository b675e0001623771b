using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>What became of a burst that a caller waited for.</summary>
/// <param name="State">The instance after it. Null: the activation strategy refused the start, there was nothing to do, or the burst goes on in the background.</param>
/// <param name="Refused">The activation strategy refused the start.</param>
public sealed record ImmediateResult(WorkflowState? State, bool Refused = false);
