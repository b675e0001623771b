using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Ids;

/// <summary>Identifies one document that crossed the hub's border.</summary>
public readonly record struct MessageId(Guid Value) : IEntityId<MessageId>
{
    public static MessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
