using System.Text.Json;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Deliveries;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>What a transport needs to carry out a delivery.</summary>
/// <param name="Key">Stable over retries and replays; the transport derives each step's idempotency key from it.</param>
public sealed record OutboundDocument(DeliveryRow Delivery, string Key, JsonElement Body, CaseId? CaseId, IReadOnlyList<StepRecord> Done, bool LastOutcomeUnknown);
