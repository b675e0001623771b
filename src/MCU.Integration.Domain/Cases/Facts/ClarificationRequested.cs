using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The applicant was asked for more.</summary>
public sealed record ClarificationRequested : CaseFact
{
    internal const string Word = "clarification_requested";

    /// <summary>The applicant's term, if there is one.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
