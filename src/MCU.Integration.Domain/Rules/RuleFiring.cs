using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules;

/// <summary>A rule that decided something.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Version">Its version.</param>
/// <param name="Action">What it decided.</param>
/// <param name="Matched">The facts by which it matched.</param>
public sealed record RuleFiring(string Rule, int Version, RuleAction Action, ValueList<MatchedFact> Matched);
