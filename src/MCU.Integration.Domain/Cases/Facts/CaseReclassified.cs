using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The subject of the case was set or corrected.</summary>
public sealed record CaseReclassified : CaseFact
{
    internal const string Word = "reclassified";

    /// <summary>The subject now.</summary>
    public required Classifier Classifier { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
