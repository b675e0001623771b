using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Ids;

/// <summary>Id of a link between a case and a record in an outside system.</summary>
/// <param name="Value">UUIDv7.</param>
[JsonConverter(typeof(EntityIdJsonConverter<LinkId>))]
public readonly record struct LinkId(Guid Value) : IEntityId<LinkId>
{
    /// <inheritdoc/>
    public static LinkId From(Guid value) => new(value);

    /// <summary>Lower-case text.</summary>
    public override string ToString() => EntityId.ToText(this);
}
