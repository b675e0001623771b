using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>What a burst came to; nothing of it is written, save what it committed in its middle.</summary>
/// <param name="Item">The item that it holds now; null for a burst that never had one.</param>
/// <param name="State">The instance after the burst; null when there was nothing to do.</param>
public sealed record ComputedBurst(ChangeSet Changes, LeasedWorkItem? Item, WorkflowState? State);
