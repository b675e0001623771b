namespace MCU.Integration.Pipeline.Adapters;

/// <summary>How a transport's run through the steps of a delivery ended.</summary>
/// <param name="Last">Outcome of the last step tried.</param>
/// <param name="Step">Name of that step; empty when every step had been done before.</param>
/// <param name="ExternalId">Id of the outside record, when an answer named it.</param>
/// <param name="Revision">Revision that the outside record got, when an answer named it.</param>
public sealed record DeliveryOutcome(StepOutcome Last, string Step, string? ExternalId, string? Revision)
{
    /// <summary>The outcome is unknown and can neither be asked for nor repeated safely: a person decides.</summary>
    public bool NeedsDecision { get; init; }

    /// <summary>Steps before the last one were done in this attempt: it had an effect, whatever the last one met.</summary>
    public bool HadEffect { get; init; }
}
