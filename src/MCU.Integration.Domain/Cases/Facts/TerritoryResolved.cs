using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The place of the case was set or corrected.</summary>
public sealed record TerritoryResolved : CaseFact
{
    internal const string Word = "territory_resolved";

    /// <summary>The place now.</summary>
    public required Territory Territory { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
