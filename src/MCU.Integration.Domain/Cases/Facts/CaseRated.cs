using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The applicant rated the outcome.</summary>
public sealed record CaseRated : CaseFact
{
    internal const string Word = "rated";

    /// <summary>The rating.</summary>
    public required int Score { get; init; }

    /// <summary>The best possible rating.</summary>
    public required int Max { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
