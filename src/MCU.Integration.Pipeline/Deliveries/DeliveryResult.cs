using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>How an attempt ended, written in one transaction with the steps it finished.</summary>
/// <param name="State">The new state; Waiting = try again at <see cref="RetryAt"/>.</param>
/// <param name="Attempt">Ends the attempt row of this lease.</param>
public sealed record DeliveryResult(DeliveryLease Lease, DeliveryState State, AttemptRecord Attempt, DateTimeOffset Now)
{
    public DateTimeOffset? RetryAt { get; init; }

    public string? ReasonCode { get; init; }

    public string? Detail { get; init; }

    /// <summary>The attempt never left the hub (open breaker, paused adapter): it is not counted.</summary>
    public bool NotAttempted { get; init; }

    /// <summary>It is dead and lets the younger ones of its lane pass (link policy <c>onDead: release</c>).</summary>
    public bool Released { get; init; }

    /// <summary>Steps finished in this attempt that are not recorded yet.</summary>
    public IReadOnlyList<StepRecord> Steps { get; init; } = [];

    /// <summary>A link that the outside system's answer made known; inserted unless it exists.</summary>
    public LinkMade? Link { get; init; }

    /// <summary>Wakes the activity that waits; null when nobody waits or the delivery is not finished.</summary>
    public Commits.Stimulus? Outcome { get; init; }

    /// <summary>Tells the case and workflows that what had failed was delivered after all.</summary>
    public NewWorkItem? Recovery { get; init; }
}
