using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Waiting, never attempted deliveries of this lane and key become Superseded by the given one.</summary>
public sealed record Supersede(string Adapter, string Lane, string SupersedeKey, DeliveryId By);
