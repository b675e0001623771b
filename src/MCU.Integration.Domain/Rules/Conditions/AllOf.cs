using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>Every part holds; without parts it always holds.</summary>
/// <param name="Parts">The parts.</param>
public sealed record AllOf(ValueList<RuleCondition> Parts) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts)
    {
        foreach (var part in Parts.AsSpan())
        {
            if (part.FailureOf(facts) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched)
    {
        foreach (var part in Parts.AsSpan())
        {
            part.Describe(facts, matched);
        }
    }

    private protected override bool ImpliesPart(RuleCondition other) => Parts.Any(part => part.Implies(other));

    private protected override bool ExcludesPart(RuleCondition other) => Parts.Any(part => part.Excludes(other));
}
