using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Ids;

/// <summary>Id of a case event.</summary>
/// <param name="Value">UUIDv7.</param>
[JsonConverter(typeof(EntityIdJsonConverter<CaseEventId>))]
public readonly record struct CaseEventId(Guid Value) : IEntityId<CaseEventId>
{
    /// <inheritdoc/>
    public static CaseEventId From(Guid value) => new(value);

    /// <summary>Lower-case text.</summary>
    public override string ToString() => EntityId.ToText(this);
}
