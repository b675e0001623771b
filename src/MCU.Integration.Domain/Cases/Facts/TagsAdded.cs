using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>Tags were added.</summary>
public sealed record TagsAdded : CaseFact
{
    internal const string Word = "tags_added";

    /// <summary>The new tags.</summary>
    public required ValueList<string> Tags { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
