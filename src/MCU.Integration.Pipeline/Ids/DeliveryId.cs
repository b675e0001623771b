using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Ids;

/// <summary>Identifies one outbound message to one adapter.</summary>
public readonly record struct DeliveryId(Guid Value) : IEntityId<DeliveryId>
{
    public static DeliveryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
