using System.Text.RegularExpressions;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Rules.Conditions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules;

/// <summary>The ordered list of rules in force. Immutable and thread-safe.</summary>
public sealed class RuleSet
{
    private readonly AutoRule[] _rules;

    /// <summary>Orders the rules.</summary>
    public RuleSet(IEnumerable<AutoRule> rules)
    {
        _rules = [.. rules.OrderBy(rule => rule.Order).ThenBy(rule => rule.Id, StringComparer.Ordinal)];
        Nearby =
        [
            .. _rules.Where(rule => rule.Enabled).SelectMany(rule => RepeatsIn(rule.When))
                .Select(repeat => new NearbyScope(repeat.AtLeast, repeat.WithinDays, repeat.WithinMetres)).Distinct(),
        ];
    }

    /// <summary>No rules.</summary>
    public static RuleSet Empty { get; } = new([]);

    /// <summary>The rules in the order in which they are asked.</summary>
    public IReadOnlyList<AutoRule> Rules => _rules;

    /// <summary>Which earlier cases the facts must bring; empty when no rule counts repetitions.</summary>
    public IReadOnlyList<NearbyScope> Nearby { get; }

    /// <summary>Asks every rule; the first that matches decides in each of its groups that is still free.</summary>
    public RuleEvaluation Evaluate(RuleFacts facts)
    {
        Dictionary<RuleGroup, string> taken = [];
        List<RuleFiring> firings = [];
        List<RulePassedOver> passedOver = [];
        foreach (var rule in _rules)
        {
            if (Miss(rule, facts) is { } miss)
            {
                passedOver.Add(miss);
                continue;
            }

            List<MatchedFact> matched = [];
            rule.When.Describe(facts, matched);
            var explanation = matched.ToValueList();
            foreach (var action in rule.Then)
            {
                if (taken.TryAdd(action.Group, rule.Id))
                {
                    firings.Add(new(rule.Id, rule.Version, Permitted(action, facts), explanation));
                }
                else
                {
                    passedOver.Add(new(
                        rule.Id, rule.Version, PassedOverReason.GroupTaken, Group: action.Group, By: taken[action.Group]));
                }
            }
        }

        return new(firings.ToValueList(), passedOver.ToValueList());
    }

    private static RulePassedOver? Miss(AutoRule rule, RuleFacts facts)
    {
        if (!rule.Enabled)
        {
            return new(rule.Id, rule.Version, PassedOverReason.Disabled);
        }

        if (!rule.IsValidOn(facts.Date))
        {
            return new(rule.Id, rule.Version, PassedOverReason.NotValid);
        }

        try
        {
            return rule.When.FailureOf(facts) is { } pointer
                ? new(rule.Id, rule.Version, PassedOverReason.NotMatched, pointer)
                : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return new(rule.Id, rule.Version, PassedOverReason.TimedOut);
        }
    }

    // An appeal is never answered without a person, whatever a rule says.
    private static RuleAction Permitted(RuleAction action, RuleFacts facts) =>
        action is AnswerAction answer && facts.Regime == LegalRegime.Appeal59Fz ? answer with { AutoAnswerAllowed = false } : action;

    private static IEnumerable<Repeats> RepeatsIn(RuleCondition condition) => condition switch
    {
        Repeats repeats => [repeats],
        AllOf all => all.Parts.SelectMany(RepeatsIn),
        AnyOf any => any.Parts.SelectMany(RepeatsIn),
        NotThis not => RepeatsIn(not.Part),
        _ => [],
    };
}
