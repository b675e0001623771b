using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Format of <c>rules/auto-rules/*.json</c>: a list of auto-rules.</summary>
/// <param name="Key">Key of the file as content.</param>
/// <param name="Rules">The rules.</param>
public sealed record AutoRulesFile(string Key, ValueList<AutoRule> Rules)
{
    private const int MaxOrder = 1_000_000;

    /// <summary>Parses a file of rules. Whether rules contradict each other is checked when all files are together.</summary>
    public static ContentResult<AutoRulesFile> Parse(ReadOnlyMemory<byte> bytes) =>
        ContentParser.Parse(bytes, file =>
        {
            var result = new AutoRulesFile(file.Key("key"), file.Objects("rules", ReadRule).ToValueList());
            if (result.Rules.IsEmpty)
            {
                file.Missing("rules", 0);
            }

            return result;
        });

    private static AutoRule ReadRule(ObjectReader rule)
    {
        var result = new AutoRule
        {
            Id = rule.Key("id"),
            Version = rule.Integer("version", 1, int.MaxValue),
            Title = rule.Text("title"),
            Order = rule.Integer("order", 0, MaxOrder),
            Enabled = rule.Flag("enabled", whenAbsent: true),
            ValidFrom = rule.OptionalDate("validFrom"),
            ValidTo = rule.OptionalDate("validTo"),
            When = rule.Object("when", when => ConditionReader.Read(when, rule.Pointer)) ?? rule.Missing("when", ConditionReader.Always),
            Then = rule.Object("then", ReadActions) is { } actions ? actions.ToValueList() : rule.Missing("then", default(ValueList<RuleAction>)),
        };
        if (result.ValidTo < result.ValidFrom)
        {
            rule.Report("validTo", RuleProblemCodes.InvalidValue, "The last day is before the first.");
        }

        return result;
    }

    private static List<RuleAction> ReadActions(ObjectReader then)
    {
        List<RuleAction> actions = [];
        Add(then.Object("route", route => new RouteAction(route.Key("body"), route.OptionalText("executor"))));
        Add(then.OptionalWord<DeadlinePace>("deadline") is { } pace ? new DeadlineAction(pace) : null);
        Add(then.OptionalWord<CasePriority>("priority") is { } priority ? new PriorityAction(priority) : null);
        Add(then.Texts("tags") is { IsEmpty: false } tags ? new TagAction(tags) : null);
        Add(then.OptionalText("incident") is { } incident ? new IncidentAction(incident) : null);
        Add(then.Object("answer", answer => new AnswerAction(answer.Key("template"), answer.Flag("autoAnswerAllowed", whenAbsent: false))));
        Add(then.OptionalText("hold") is { } hold ? new HoldAction(hold) : null);
        if (actions.Count == 0)
        {
            then.Report("", RuleProblemCodes.Required, "A rule decides something.");
        }

        return actions;

        void Add(RuleAction? action)
        {
            if (action is not null)
            {
                actions.Add(action);
            }
        }
    }
}
