using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Ids;

/// <summary>Id of an applicant's sealed record.</summary>
/// <param name="Value">UUIDv7.</param>
[JsonConverter(typeof(EntityIdJsonConverter<ApplicantId>))]
public readonly record struct ApplicantId(Guid Value) : IEntityId<ApplicantId>
{
    /// <inheritdoc/>
    public static ApplicantId From(Guid value) => new(value);

    /// <summary>Lower-case text.</summary>
    public override string ToString() => EntityId.ToText(this);
}
