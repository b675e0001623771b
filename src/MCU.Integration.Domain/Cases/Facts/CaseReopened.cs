using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The answered or closed case went back to work.</summary>
public sealed record CaseReopened : CaseFact
{
    internal const string Word = "reopened";

    /// <summary>The round that begins: 1 for the first reopening.</summary>
    public required int Round { get; init; }

    /// <summary>Code of the reason, such as <c>low_rating</c>.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
