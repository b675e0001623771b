using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Ids;

/// <summary>Id of a submission: what a citizen sent at once.</summary>
/// <param name="Value">UUIDv7.</param>
[JsonConverter(typeof(EntityIdJsonConverter<SubmissionId>))]
public readonly record struct SubmissionId(Guid Value) : IEntityId<SubmissionId>
{
    /// <inheritdoc/>
    public static SubmissionId From(Guid value) => new(value);

    /// <summary>Lower-case text.</summary>
    public override string ToString() => EntityId.ToText(this);
}
