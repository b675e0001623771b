namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>The part does not hold.</summary>
/// <param name="Part">The part.</param>
public sealed record NotThis(RuleCondition Part) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts) => Part.FailureOf(facts) is null ? Pointer : null;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) => matched.Add(new(Pointer, "not"));

    internal override bool Implies(RuleCondition other) => other is NotThis that && that.Part.Implies(Part);

    internal override bool Excludes(RuleCondition other) => other.Implies(Part);
}
