using MCU.Integration.Pipeline.Deliveries;

namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>Records finished steps as the sender would.</summary>
public sealed class StepLog
{
    public List<StepRecord> Steps { get; } = [];

    /// <summary>After so many steps the lease is lost.</summary>
    public int LeaseLostAfter { get; init; } = int.MaxValue;

    public Task<bool> RecordAsync(StepRecord step, CancellationToken cancellation)
    {
        Steps.Add(step);
        return Task.FromResult(Steps.Count < LeaseLostAfter);
    }
}
