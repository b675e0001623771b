using System.Text.Json.Serialization;
using MCU.Integration.Domain.Deadlines;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The terms of the case were computed.</summary>
public sealed record DeadlinesSet : CaseFact
{
    internal const string Word = "deadlines_set";

    /// <summary>All terms of the case now.</summary>
    public required CaseDeadlines Deadlines { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
