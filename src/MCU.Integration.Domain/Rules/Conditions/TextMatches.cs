using System.Text.RegularExpressions;

namespace MCU.Integration.Domain.Rules.Conditions;

/// <summary>The normalised text matches a regular expression, without backtracking and within a time limit.</summary>
public sealed record TextMatches : RuleCondition
{
    /// <summary>The time that one match may take: a backstop only, because matching is linear in the text.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;

    /// <summary>Compiles the pattern.</summary>
    /// <param name="pattern">Pattern over the normalised text (<see cref="RuleText.Normalise"/>).</param>
    /// <exception cref="ArgumentException">The pattern is not valid.</exception>
    /// <exception cref="NotSupportedException">The pattern needs backtracking (look-around, back references).</exception>
    public TextMatches(string pattern)
    {
        Pattern = pattern;
        _regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Timeout);
    }

    /// <summary>The pattern.</summary>
    public string Pattern { get; }

    /// <inheritdoc/>
    public bool Equals(TextMatches? other) => base.Equals(other) && Pattern == other.Pattern;

    /// <inheritdoc/>
    public override int GetHashCode() => Pattern.GetHashCode(StringComparison.Ordinal);

    internal override string? FailureOf(RuleFacts facts) => _regex.IsMatch(facts.NormalText) ? null : Pointer;

    internal override void Describe(RuleFacts facts, ICollection<MatchedFact> matched) => matched.Add(new(Pointer, Pattern));
}
