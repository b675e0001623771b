using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>A commit in the middle of a burst was not accepted: what the burst stands on is no longer so. What was committed before stays.</summary>
/// <param name="outcome">Why.</param>
/// <param name="item">The item that the burst held at that moment.</param>
internal sealed class BurstAbandonedException(CommitOutcome outcome, LeasedWorkItem? item) : Exception($"The burst was given up: {outcome}."), IInfrastructureFault
{
    public CommitOutcome Outcome { get; } = outcome;

    public LeasedWorkItem? Item { get; } = item;
}
