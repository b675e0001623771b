using System.Text.Json.Serialization;
using MCU.Integration.Domain.Deadlines;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The term of the case ends soon, or has ended: once each for one term.</summary>
public sealed record DeadlineNoticed : CaseFact
{
    internal const string Word = "deadline_noticed";

    /// <summary>How far it has come.</summary>
    public required DeadlineNoticeLevel Level { get; init; }

    /// <summary>The end of the term.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
