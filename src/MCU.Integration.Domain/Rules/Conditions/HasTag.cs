using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>The case has one of the tags.</summary>
/// <param name="Tags">The tags.</param>
public sealed record HasTag(ValueList<string> Tags) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts) => Tags.Any(facts.Tags.Contains) ? null : Pointer;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) =>
        matched.Add(new(Pointer, Tags.First(facts.Tags.Contains)));

    private protected override bool ImpliesPart(RuleCondition other) => other is HasTag that && Tags.All(that.Tags.Contains);
}
