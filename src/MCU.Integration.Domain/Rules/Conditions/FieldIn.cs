using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>The value of a field is one of a set.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">The set.</param>
public sealed record FieldIn(RuleField Field, ValueList<string> Values) : RuleCondition
{
    internal override string? FailureOf(RuleFacts facts) => Find(facts) is null ? Pointer : null;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) => matched.Add(new(Pointer, Find(facts)!));

    private protected override bool ImpliesPart(RuleCondition other) =>
        other is FieldIn that && that.Field == Field && Values.All(value => that.Values.Contains(value, Comparer));

    private protected override bool ExcludesPart(RuleCondition other) =>
        other is FieldIn that && that.Field == Field && !Values.Any(value => that.Values.Contains(value, Comparer));

    private StringComparer Comparer => Field == RuleField.District ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private string? Find(RuleFacts facts)
    {
        if (ValueOf(facts) is not { } value)
        {
            return null;
        }

        foreach (var candidate in Values.AsSpan())
        {
            if (Comparer.Equals(candidate, value))
            {
                return candidate;
            }
        }

        return null;
    }

    private string? ValueOf(RuleFacts facts) => Field switch
    {
        RuleField.Category => facts.Classifier.Category,
        RuleField.Subcategory => facts.Classifier.Subcategory,
        RuleField.Fact => facts.Classifier.Fact,
        RuleField.District => facts.Territory.District,
        RuleField.Source => facts.Source,
        RuleField.Channel => facts.Channel,
        RuleField.Regime => EnumWord.Of(facts.Regime),
        RuleField.Kind => EnumWord.Of(facts.Kind),
        _ => facts.Applicant is { } applicant ? EnumWord.Of(applicant) : null,
    };
}
