using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Deliveries;

public readonly record struct DeliveryLease(DeliveryId DeliveryId, long Token);
