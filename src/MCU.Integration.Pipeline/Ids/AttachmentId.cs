using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Ids;

/// <summary>Identifies a file that belongs to a case.</summary>
public readonly record struct AttachmentId(Guid Value) : IEntityId<AttachmentId>
{
    public static AttachmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
