namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>A delivery that had been given up was delivered after all; the input of the work item that reports it, and <c>Delivery</c> in the input of workflows.</summary>
public sealed record DeliveryRecovery(string Id, string Adapter, string Operation, string? ExternalId);
