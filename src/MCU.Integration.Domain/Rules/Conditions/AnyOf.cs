using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>At least one part holds.</summary>
/// <param name="Parts">The parts, at least one.</param>
public sealed record AnyOf(ValueList<RuleCondition> Parts) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts) => Find(facts) is null ? Pointer : null;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) => Find(facts)!.Describe(facts, matched);

    private protected override bool ImpliesPart(RuleCondition other) => Parts.All(part => part.Implies(other));

    private protected override bool ExcludesPart(RuleCondition other) => Parts.All(part => part.Excludes(other));

    private RuleCondition? Find(RuleFacts facts)
    {
        foreach (var part in Parts.AsSpan())
        {
            if (part.FailureOf(facts) is null)
            {
                return part;
            }
        }

        return null;
    }
}
