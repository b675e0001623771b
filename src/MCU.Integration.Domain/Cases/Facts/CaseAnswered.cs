using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The applicant was answered.</summary>
public sealed record CaseAnswered : CaseFact
{
    internal const string Word = "answered";

    /// <summary>Done, explained or refused.</summary>
    public required CaseOutcome Outcome { get; init; }

    /// <summary>The result in the words of ССТУ; appeals only.</summary>
    public SstuStatus? Sstu { get; init; }

    /// <summary>Whether measures were taken; goes with <see cref="SstuStatus.Supported"/>.</summary>
    public bool? ActionsTaken { get; init; }

    /// <summary>Handle of the sealed answer (text and files).</summary>
    public string? Answer { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
