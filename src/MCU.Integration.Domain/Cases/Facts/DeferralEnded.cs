using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The deferral is over.</summary>
public sealed record DeferralEnded : CaseFact
{
    internal const string Word = "deferral_ended";

    /// <summary>Whether the promised date came, as opposed to work resumed before it.</summary>
    public bool DateCame { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
