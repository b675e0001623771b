using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The clarification is over.</summary>
public sealed record ClarificationEnded : CaseFact
{
    internal const string Word = "clarification_ended";

    /// <summary>How it ended.</summary>
    public required ClarificationEnd How { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
