using System.Text.Json.Serialization;
using MCU.Integration.Domain.Deadlines;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The case was put under standard, accelerated or deferred terms.</summary>
public sealed record PaceSet : CaseFact
{
    internal const string Word = "pace_set";

    /// <summary>The pace now.</summary>
    public required DeadlinePace Pace { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
