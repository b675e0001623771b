using System.Text.Json.Serialization;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>Auto-rules were asked: which decided what by which facts, and why the others did not.</summary>
public sealed record RulesApplied : CaseFact
{
    /// <summary>How many rules without effect are kept with the event; the rest can be computed again from the same set of rules.</summary>
    public const int MaxPassedOver = 20;

    internal const string Word = "rules_applied";

    /// <summary>What was decided.</summary>
    public required ValueList<RuleFiring> Firings { get; init; }

    /// <summary>The first rules without effect.</summary>
    public ValueList<RulePassedOver> PassedOver { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
