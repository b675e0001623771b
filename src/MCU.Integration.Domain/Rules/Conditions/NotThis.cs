namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>The part does not hold.</summary>
/// <param name="Part">The part.</param>
public sealed record NotThis(RuleCondition Part) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts) => Part.FailureOf(facts) is null ? Pointer : null;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) => matched.Add(new(Pointer, "not"));

    private protected override bool ImpliesPart(RuleCondition other) => other is NotThis that && that.Part.Implies(Part);

    private protected override bool ExcludesPart(RuleCondition other) => other.Implies(Part);
}
