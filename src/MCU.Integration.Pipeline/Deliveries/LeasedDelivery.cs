using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>A claimed delivery; the attempt has been counted and recorded already.</summary>
/// <param name="Steps">What earlier attempts finished.</param>
/// <param name="LastOutcomeUnknown">An earlier attempt ended without a recorded outcome (crash, timeout): it may have had its effect.</param>
public sealed record LeasedDelivery(
    DeliveryLease Lease,
    DeliveryRow Row,
    SealedBody Body,
    IReadOnlyList<StepRecord> Steps,
    bool LastOutcomeUnknown,
    DateTimeOffset LeasedUntil);
