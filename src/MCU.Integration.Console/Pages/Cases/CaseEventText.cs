using MCU.Integration.Console.Clock;
using MCU.Integration.Console.Components;
using MCU.Integration.Console.Language;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Deadlines;
using MudBlazor;

namespace MCU.Integration.Console.Pages.Cases;

/// <summary>Says each fact of a case as a sentence.</summary>
public sealed class CaseEventText(Names names, HubClock clock)
{
    public string Title(CaseFact fact) => fact switch
    {
        CaseOpened opened => Plain.Say(Texts.FactOpened, Words.Of(opened.Kind), names.Adapter(opened.Source)),
        CaseRegistered registered => Plain.Say(Texts.FactRegistered, registered.RegistrationNumber, clock.Date(registered.RegisteredAt)),
        StatusMoved moved => Plain.Say(Texts.FactMoved, Words.Of(moved.From), Words.Of(moved.To)),
        CaseRouted routed => Plain.Say(Texts.FactRouted, names.Executor(new(routed.Body, routed.Executor))),
        CaseReclassified => Texts.FactReclassified,
        TerritoryResolved resolved => Plain.Say(Texts.FactTerritory, resolved.Territory.District ?? resolved.Territory.Oktmo ?? Texts.Unknown),
        PrioritySet priority => Plain.Say(Texts.FactPriority, Words.Of(priority.Priority)),
        PaceSet pace => Plain.Say(Texts.FactPace, Words.Of(pace.Pace)),
        TagsAdded tags => Plain.Say(Texts.FactTags, string.Join(", ", tags.Tags.Select(tag => Words.Code("Tag", tag)))),
        DeadlinesSet set => set.Deadlines.Governing is { } governing ? Plain.Say(Texts.FactDeadline, clock.Date(governing.DueAt)) : Texts.FactDeadlines,
        DeadlineNoticed notice => Plain.Say(notice.Level == DeadlineNoticeLevel.Missed ? Texts.FactDeadlineMissed : Texts.FactDeadlineSoon, clock.Date(notice.DueAt)),
        ClarificationRequested asked => asked.Until is { } until ? Plain.Say(Texts.FactClarificationUntil, clock.Date(until)) : Texts.FactClarification,
        ClarificationEnded ended => Plain.Say(Texts.FactClarificationEnded, Words.Of(ended.How)),
        TermExtended extended => extended.Until is { } until ? Plain.Say(Texts.FactExtendedUntil, clock.Date(until)) : Texts.FactExtended,
        CaseDeferred deferred => Plain.Say(Texts.FactDeferred, clock.Date(deferred.Until)),
        DeferralEnded ended => ended.DateCame ? Texts.FactDeferralCame : Texts.FactDeferralEnded,
        CaseAnswered answered => Plain.Say(Texts.FactAnswered, Words.Of(answered.Outcome)),
        CaseClosed closed => closed.Outcome is { } outcome ? Plain.Say(Texts.FactClosedAs, Words.Of(outcome)) : Texts.FactClosed,
        CaseReopened reopened => Plain.Say(Texts.FactReopened, reopened.Round),
        CaseRated rated => Plain.Say(Texts.FactRated, rated.Score, rated.Max),
        RulesApplied applied => Plain.Count(Texts.FactRules, applied.Firings.Count),
        CaseLinked linked => Plain.Say(Texts.FactLinked, names.Adapter(linked.Adapter), Words.Code("Record", linked.RecordType), linked.ExternalId),
        OutsideStatusDropped dropped => Plain.Say(Texts.FactDropped, names.Adapter(dropped.Adapter), dropped.Status is { } status ? Words.Of(status) : dropped.ExternalStatus ?? Texts.Unknown),
        DeliveryRecovered recovered => Plain.Say(Texts.FactRecovered, names.Adapter(recovered.Adapter), names.Operation(recovered.Adapter, recovered.Operation)),
        _ => fact.TypeName,
    };

    /// <summary>What stands below the sentence; null when it says it all.</summary>
    public string? Detail(CaseFact fact) => fact switch
    {
        DeadlinesSet set => string.Join(" · ", set.Deadlines.Stages.Select(Say)),
        CaseAnswered { Sstu: { } sstu } => Plain.Say(Texts.FactSstu, Words.Of(sstu)),
        CaseClosed { Reason: { } reason } closed => Words.Reason(reason) + (closed.Target is { } target ? $" → {target}" : ""),
        CaseClosed { Target: { } target } => $"→ {target}",
        TermExtended { Reason: { } reason } => Words.Reason(reason),
        CaseDeferred { Reason: { } reason } => Words.Reason(reason),
        CaseReopened { Reason: { } reason } => Words.Reason(reason),
        OutsideStatusDropped dropped => $"{Words.Code("Verdict", dropped.Verdict)}: {Words.Code("LinkReason", dropped.Reason, Words.Reason(dropped.Reason))}",
        _ => null,
    };

    public Tone ToneOf(CaseFact fact) => fact switch
    {
        CaseAnswered or CaseClosed or DeliveryRecovered => Tone.Good,
        DeadlineNoticed { Level: DeadlineNoticeLevel.Missed } => Tone.Bad,
        OutsideStatusDropped or DeadlineNoticed or ClarificationRequested or TermExtended or CaseDeferred or CaseReopened => Tone.Warning,
        CaseOpened or StatusMoved or CaseRouted or CaseRegistered or CaseLinked => Tone.Busy,
        _ => Tone.Neutral,
    };

    public bool HasWhy(CaseEvent happened) => happened.Cause != CaseCause.None || happened.Fact is RulesApplied;

    public static string IconOf(CaseFact fact) => fact switch
    {
        CaseOpened => Icons.Material.Outlined.CreateNewFolder,
        CaseRegistered => Icons.Material.Outlined.AppRegistration,
        StatusMoved => Icons.Material.Outlined.TrendingFlat,
        CaseRouted => Icons.Material.Outlined.AltRoute,
        TerritoryResolved => Icons.Material.Outlined.Place,
        TagsAdded => Icons.Material.Outlined.Sell,
        DeadlinesSet or DeadlineNoticed or TermExtended or CaseDeferred or DeferralEnded or PaceSet => Icons.Material.Outlined.Schedule,
        ClarificationRequested or ClarificationEnded => Icons.Material.Outlined.ContactSupport,
        CaseAnswered => Icons.Material.Outlined.MarkEmailRead,
        CaseClosed => Icons.Material.Outlined.TaskAlt,
        CaseReopened => Icons.Material.Outlined.Replay,
        CaseRated => Icons.Material.Outlined.StarRate,
        RulesApplied => Icons.Material.Outlined.AutoAwesome,
        CaseLinked => Icons.Material.Outlined.Link,
        DeliveryRecovered => Icons.Material.Outlined.Restore,
        OutsideStatusDropped => Icons.Material.Outlined.Block,
        _ => Icons.Material.Outlined.Edit,
    };

    private string Say(StageDeadline stage)
    {
        var length = Plain.Count(Words.Of(stage.Unit), stage.Amount);
        var rolled = stage.RolledFrom is { } from ? Plain.Say(Texts.RolledFrom, from.ToString("dd.MM", System.Globalization.CultureInfo.InvariantCulture)) : "";
        return $"{Words.Of(stage.Stage)}: {clock.Date(stage.DueAt)} ({length}{rolled})";
    }
}
