using MCU.Integration.Console.Language;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Console.Pages.Cases;

/// <summary>Says what a rule decided and by what.</summary>
public sealed class RuleText(Names names)
{
    public string Say(RuleAction action) => action switch
    {
        RouteAction route => Plain.Say(Texts.RuleRoutes, names.Executor(new CaseRoute(route.Body, route.Executor))),
        DeadlineAction deadline => Plain.Say(Texts.RuleSetsPace, Words.Of(deadline.Pace)),
        PriorityAction priority => Plain.Say(Texts.RuleSetsPriority, Words.Of(priority.Priority)),
        TagAction tag => Plain.Say(Texts.RuleTags, string.Join(", ", tag.Tags.Select(one => Words.Code("Tag", one)))),
        IncidentAction incident => Plain.Say(Texts.RuleIncident, incident.Incident),
        AnswerAction answer => Plain.Say(Texts.RuleAnswers, answer.Template),
        HoldAction hold => Plain.Say(Texts.RuleHolds, Words.Code("Hold", hold.Reason)),
        _ => action.ToString(),
    };

    /// <summary>The condition's field with what matched, <c>категория = 1</c>.</summary>
    public string Say(MatchedFact fact)
    {
        var field = fact.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(part => !int.TryParse(part, out _)) ?? fact.Pointer;
        return $"{Words.Code("RuleField", field)} = {ValueOf(field, fact.Value)}";
    }

    private string ValueOf(string field, string value) => field switch
    {
        "regime" when EnumWord.TryParse<LegalRegime>(value, out var regime) => Words.Of(regime),
        "kind" when EnumWord.TryParse<CaseKind>(value, out var kind) => Words.Of(kind),
        "source" => names.Adapter(value),
        "channel" => Words.Code("Channel", value),
        "tag" => Words.Code("Tag", value),
        _ => value,
    };

    public string Say(RulePassedOver passed) => passed.Reason == PassedOverReason.GroupTaken && passed.By is { } by
        ? Plain.Say(Texts.PassedGroupTaken, names.Rule(by))
        : passed.Pointer is { } pointer ? $"{Words.Of(passed.Reason)} ({pointer})" : Words.Of(passed.Reason);
}
