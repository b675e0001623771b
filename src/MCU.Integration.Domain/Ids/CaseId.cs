using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Ids;

/// <summary>Id of a case.</summary>
/// <param name="Value">UUIDv7.</param>
[JsonConverter(typeof(EntityIdJsonConverter<CaseId>))]
public readonly record struct CaseId(Guid Value) : IEntityId<CaseId>
{
    /// <inheritdoc/>
    public static CaseId From(Guid value) => new(value);

    /// <summary>Lower-case text.</summary>
    public override string ToString() => EntityId.ToText(this);
}
