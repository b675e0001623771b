using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>The text has one of the words or phrases; a star at the end takes any ending: <c>выбоин*</c>.</summary>
public sealed record TextHas : RuleCondition
{
    private readonly string[] _needles;

    /// <summary>Makes the condition.</summary>
    /// <param name="keywords">Words or phrases, in any case.</param>
    public TextHas(ValueList<string> keywords)
    {
        Keywords = keywords;
        _needles = [.. keywords.Select(ToNeedle)];
    }

    /// <summary>Words or phrases as written.</summary>
    public ValueList<string> Keywords { get; }

    /// <inheritdoc/>
    public bool Equals(TextHas? other) => base.Equals(other) && _needles.AsSpan().SequenceEqual(other._needles);

    /// <inheritdoc/>
    public override int GetHashCode() => Keywords.GetHashCode();

    internal override string? FailureOf(RuleFacts facts) => Find(facts) < 0 ? Pointer : null;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) => matched.Add(new(Pointer, Keywords[Find(facts)]));

    // A text with «большая яма» also has «яма» and «ям*»: the longer needle contains the shorter one.
    private protected override bool ImpliesPart(RuleCondition other) =>
        other is TextHas that
        && Array.TrueForAll(_needles, needle => Array.Exists(that._needles, wider => needle.Contains(wider, StringComparison.Ordinal)));

    private static string ToNeedle(string keyword)
    {
        var normal = RuleText.Normalise(keyword);
        return keyword.EndsWith('*') ? normal[..^1] : normal;
    }

    private int Find(RuleFacts facts) =>
        Array.FindIndex(_needles, needle => facts.NormalText.Contains(needle, StringComparison.Ordinal));
}
