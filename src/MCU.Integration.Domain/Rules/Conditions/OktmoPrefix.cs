using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>The ОКТМО code begins with one of the prefixes.</summary>
/// <param name="Prefixes">The prefixes.</param>
public sealed record OktmoPrefix(ValueList<string> Prefixes) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts) => Find(facts) is null ? Pointer : null;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) => matched.Add(new(Pointer, Find(facts)!));

    private protected override bool ImpliesPart(RuleCondition other) =>
        other is OktmoPrefix that
        && Prefixes.All(prefix => that.Prefixes.Any(wider => prefix.StartsWith(wider, StringComparison.Ordinal)));

    private protected override bool ExcludesPart(RuleCondition other) =>
        other is OktmoPrefix that
        && !Prefixes.Any(prefix => that.Prefixes.Any(wider =>
            prefix.StartsWith(wider, StringComparison.Ordinal) || wider.StartsWith(prefix, StringComparison.Ordinal)));

    private string? Find(RuleFacts facts) => facts.Territory.Oktmo is { } oktmo
        ? Prefixes.FirstOrDefault(prefix => oktmo.StartsWith(prefix, StringComparison.Ordinal))
        : null;
}
