namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>A delivery with what was done for it.</summary>
/// <param name="Steps">Steps that succeeded, oldest first.</param>
/// <param name="Attempts">Oldest first.</param>
public sealed record DeliveryDetails(DeliveryRow Delivery, IReadOnlyList<StepRecord> Steps, IReadOnlyList<AttemptRecord> Attempts);
