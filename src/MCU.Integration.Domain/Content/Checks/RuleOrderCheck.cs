using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Rules.Conditions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content.Checks;

/// <summary>Rules that never decide, rules that contradict each other, and answers without a person where the law wants one.</summary>
/// <remarks>It reports what can be shown from the conditions alone; it never cries wolf about an unreachable rule.</remarks>
internal sealed class RuleOrderCheck : IContentCheck
{
    private static readonly AllOf IsAppeal = new([new FieldIn(RuleField.Regime, [EnumWord.Of(LegalRegime.Appeal59Fz)])]);

    public void Check(ContentDraft draft)
    {
        var rules = draft.Rules
            .Where(rule => rule.Value.Enabled)
            .OrderBy(rule => rule.Value.Order)
            .ThenBy(rule => rule.Value.Id, StringComparer.Ordinal)
            .ToList();
        foreach (var (index, rule) in rules.Index())
        {
            var earlier = rules[..index];
            CheckReachable(draft, rule, earlier);
            CheckConflicts(draft, rule, earlier);
            CheckAnswer(draft, rule);
        }
    }

    private static void CheckReachable(ContentDraft draft, Located<AutoRule> rule, List<Located<AutoRule>> earlier)
    {
        var covering = earlier.FindAll(before => Covers(before.Value, rule.Value));
        if (rule.Value.Then.All(action => covering.Exists(before => Decides(before.Value, action.Group))))
        {
            draft.Report(
                rule,
                "/when",
                RuleProblemCodes.Unreachable,
                $"Before it come {string.Join(", ", covering.Select(before => before.Value.Id))}, which take all its decisions.",
                ProblemSeverity.Warning);
        }
    }

    private static void CheckConflicts(ContentDraft draft, Located<AutoRule> rule, List<Located<AutoRule>> earlier)
    {
        foreach (var before in earlier.Where(before => before.Value.Order == rule.Value.Order && MayMeet(before.Value, rule.Value)))
        {
            foreach (var action in rule.Value.Then.Where(action => before.Value.Then.Any(other => other.Group == action.Group && other != action)))
            {
                draft.Report(
                    rule,
                    "/order",
                    RuleProblemCodes.Conflict,
                    $"'{before.Value.Id}' has the same order and decides '{EnumWord.Of(action.Group)}' differently for cases that both match.");
            }
        }
    }

    private static void CheckAnswer(ContentDraft draft, Located<AutoRule> rule)
    {
        if (rule.Value.Then.Any(action => action is AnswerAction { AutoAnswerAllowed: true }) && !rule.Value.When.Excludes(IsAppeal))
        {
            draft.Report(
                rule,
                "/then/answer/autoAnswerAllowed",
                RuleProblemCodes.AutoAnswerForAppeal,
                "Appeals are never answered without a person; limit the rule by 'regime'.");
        }
    }

    private static bool Decides(AutoRule rule, RuleGroup group) => rule.Then.Any(action => action.Group == group);

    private static bool Covers(AutoRule before, AutoRule rule) =>
        (before.ValidFrom ?? DateOnly.MinValue) <= (rule.ValidFrom ?? DateOnly.MinValue)
        && (before.ValidTo ?? DateOnly.MaxValue) >= (rule.ValidTo ?? DateOnly.MaxValue)
        && rule.When.Implies(before.When);

    private static bool MayMeet(AutoRule one, AutoRule other) =>
        (one.ValidFrom ?? DateOnly.MinValue) <= (other.ValidTo ?? DateOnly.MaxValue)
        && (other.ValidFrom ?? DateOnly.MinValue) <= (one.ValidTo ?? DateOnly.MaxValue)
        && !one.When.Excludes(other.When);
}
