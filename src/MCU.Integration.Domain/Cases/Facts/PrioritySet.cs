using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The priority was set.</summary>
public sealed record PrioritySet : CaseFact
{
    internal const string Word = "priority_set";

    /// <summary>The priority now.</summary>
    public required CasePriority Priority { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
