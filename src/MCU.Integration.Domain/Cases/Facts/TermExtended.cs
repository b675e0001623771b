using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The term of the answer was extended (59-ФЗ art. 12 part 2: by 30 days at most, the citizen is told).</summary>
public sealed record TermExtended : CaseFact
{
    internal const string Word = "term_extended";

    /// <summary>The new term; absent when the source did not say.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Code of the reason.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
