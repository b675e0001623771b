namespace MCU.Integration.Pipeline.Adapters;

/// <summary>How a transport's run through the steps of a delivery ended.</summary>
/// <param name="Last">Outcome of the last step tried.</param>
/// <param name="Step">Name of that step.</param>
/// <param name="ExternalId">Id of the outside record, when an answer named it.</param>
/// <param name="Revision">Revision that the outside record got, when an answer named it.</param>
public sealed record DeliveryOutcome(StepOutcome Last, string Step, string? ExternalId, string? Revision);
