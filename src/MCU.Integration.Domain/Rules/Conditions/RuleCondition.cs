namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>A condition of a rule: a closed language. Two conditions are equal when they say the same, wherever they stand.</summary>
public abstract record RuleCondition
{
    private protected RuleCondition()
    {
    }

    /// <summary>JSON pointer of the condition inside its rule, such as <c>/when/category</c>; it names the condition in explanations.</summary>
    public string Pointer { get; init; } = "";

    /// <inheritdoc/>
    public virtual bool Equals(RuleCondition? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Whether it holds.</summary>
    public bool Holds(RuleFacts facts) => FailureOf(facts) is null;

    /// <summary>Pointer of the first part that does not hold, or null when the condition holds.</summary>
    internal abstract string? FailureOf(RuleFacts facts);

    /// <summary>Adds the facts by which it holds; called only when it does.</summary>
    internal abstract void Describe(RuleFacts facts, ICollection<MatchedFact> matched);

    /// <summary>Whether the other condition holds in every case in which this one does, as far as that can be shown.</summary>
    internal bool Implies(RuleCondition other) => other switch
    {
        AllOf all => all.Parts.All(Implies),
        AnyOf any => any.Parts.Any(Implies) || ImpliesPart(other),
        _ => ImpliesPart(other),
    };

    /// <summary>Whether the two can never hold together, as far as that can be shown.</summary>
    internal bool Excludes(RuleCondition other) => other switch
    {
        AllOf all => all.Parts.Any(Excludes) || ExcludesPart(other),
        AnyOf any => any.Parts.All(Excludes),
        NotThis not => Implies(not.Part),
        _ => ExcludesPart(other),
    };

    private protected virtual bool ImpliesPart(RuleCondition other) => Equals(other);

    private protected virtual bool ExcludesPart(RuleCondition other) => false;
}
