namespace MCU.Integration.Pipeline.Work;

/// <summary>What becomes of an item whose burst did not commit.</summary>
/// <param name="RetryAt">Try again then; null = the item (and its message) is dead.</param>
public sealed record WorkFailure(WorkLease Lease, string ReasonCode, string? Detail, DateTimeOffset? RetryAt)
{
    /// <summary>The instance that was committed as faulted; a replay of the item goes on with it at the faulted activity.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The attempt did not fail: it came too early or met another one. It is not counted.</summary>
    public bool NotCounted { get; init; }
}
