using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>Nothing more is expected of the case.</summary>
public sealed record CaseClosed : CaseFact
{
    internal const string Word = "closed";

    /// <summary>How it ended; absent when the answer said it.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>The result in the words of ССТУ; appeals only.</summary>
    public SstuStatus? Sstu { get; init; }

    /// <summary>Where it was redirected to, or the number of the case that it duplicates.</summary>
    public string? Target { get; init; }

    /// <summary>Code of the reason, such as <c>abusive</c> or <c>outside_competence</c>.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
