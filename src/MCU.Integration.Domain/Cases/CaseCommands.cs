using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Rules.Actions;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>
/// Decides what a wish does to a case: facts, nothing, or a refusal with its code. Pure, and it never throws for a stale or odd
/// status from outside. Events are made of a decision by <see cref="CaseDecision.ToEvents"/>.
/// </summary>
public static class CaseCommands
{
    /// <summary>Opens a case.</summary>
    /// <param name="state">The case if it already exists.</param>
    /// <param name="opened">What is known.</param>
    public static CaseDecision Open(Case? state, CaseOpened opened) => new CaseDraft(state).Add(opened).Decide();

    /// <summary>Records the registration; the same number again changes nothing.</summary>
    public static CaseDecision Register(Case state, string registrationNumber, DateTimeOffset registeredAt) =>
        state.RegistrationNumber == registrationNumber && state.RegisteredAt == registeredAt
            ? CaseDecision.Nothing
            : Decide(state, new CaseRegistered { RegistrationNumber = registrationNumber, RegisteredAt = registeredAt });

    /// <summary>Gives the case to a body; a case before routing becomes routed, one that was with another body returns to routed.</summary>
    public static CaseDecision Route(Case state, string body, string? executor = null) =>
        AddRoute(new CaseDraft(state), state, new(body, executor)).Decide();

    /// <summary>Writes what the rules decided into the history and carries out route, pace, priority and tags; the rest is for the caller.</summary>
    public static CaseDecision ApplyRules(Case state, RuleEvaluation evaluation)
    {
        var draft = new CaseDraft(state).Add(new RulesApplied
        {
            Firings = evaluation.Firings,
            PassedOver = evaluation.PassedOver.Take(RulesApplied.MaxPassedOver).ToValueList(),
        });

        if (evaluation.Find<PriorityAction>() is { } priority && priority.Priority != state.Priority)
        {
            draft.Add(new PrioritySet { Priority = priority.Priority });
        }

        if (evaluation.Find<DeadlineAction>() is { } deadline && deadline.Pace != state.Pace)
        {
            draft.Add(new PaceSet { Pace = deadline.Pace });
        }

        if (evaluation.Find<TagAction>() is { } tag && tag.Tags.Except(state.Tags).ToValueList() is { IsEmpty: false } added)
        {
            draft.Add(new TagsAdded { Tags = added });
        }

        return (evaluation.Find<RouteAction>() is { } route ? AddRoute(draft, state, new(route.Body, route.Executor)) : draft).Decide();
    }

    /// <summary>Applies a status in hub words, whoever reports it. Permission and freshness are the link policy's part.</summary>
    public static CaseDecision Report(Case state, StatusReport report) => StatusReporting.Decide(state, report);

    /// <summary>Ends a clarification that was answered or has expired.</summary>
    public static CaseDecision EndClarification(Case state, ClarificationEnd how) => Decide(state, new ClarificationEnded { How = how });

    /// <summary>Ends a deferral whose date has come.</summary>
    public static CaseDecision EndDeferral(Case state) => Decide(state, new DeferralEnded { DateCame = true });

    /// <summary>Sets or corrects the subject.</summary>
    public static CaseDecision Reclassify(Case state, Classifier classifier) =>
        state.Classifier == classifier ? CaseDecision.Nothing : Decide(state, new CaseReclassified { Classifier = classifier });

    /// <summary>Sets or corrects the place.</summary>
    public static CaseDecision ResolveTerritory(Case state, Territory territory) =>
        state.Territory == territory ? CaseDecision.Nothing : Decide(state, new TerritoryResolved { Territory = territory });

    /// <summary>Sets the priority.</summary>
    public static CaseDecision SetPriority(Case state, CasePriority priority) =>
        state.Priority == priority ? CaseDecision.Nothing : Decide(state, new PrioritySet { Priority = priority });

    /// <summary>Sets the pace; the terms have to be computed again.</summary>
    public static CaseDecision SetPace(Case state, DeadlinePace pace) =>
        state.Pace == pace ? CaseDecision.Nothing : Decide(state, new PaceSet { Pace = pace });

    /// <summary>Adds the tags that the case does not have.</summary>
    public static CaseDecision AddTags(Case state, IEnumerable<string> tags)
    {
        var added = tags.Except(state.Tags, StringComparer.Ordinal).ToValueList();
        return added.IsEmpty ? CaseDecision.Nothing : Decide(state, new TagsAdded { Tags = added });
    }

    /// <summary>Sets the computed terms.</summary>
    public static CaseDecision SetDeadlines(Case state, CaseDeadlines deadlines) =>
        state.Deadlines == deadlines ? CaseDecision.Nothing : Decide(state, new DeadlinesSet { Deadlines = deadlines });

    /// <summary>
    /// Tells once that the term ends soon, and once that it was missed. Nothing while the clock stands still, the case is over, or
    /// there is time enough.
    /// </summary>
    /// <param name="ahead">How long before its end a term ends soon; null = it is not told.</param>
    public static CaseDecision NoticeDeadline(Case state, TimeSpan? ahead, DateTimeOffset now)
    {
        if (state.IsFinished || state.IsPaused || state.DueAt is not { } due)
        {
            return CaseDecision.Nothing;
        }

        DeadlineNoticeLevel? level = now > due ? DeadlineNoticeLevel.Missed : now > due - ahead ? DeadlineNoticeLevel.Soon : null;
        if (level is not { } reached || (state.Notice is { } told && told.DueAt == due && told.Level >= reached))
        {
            return CaseDecision.Nothing;
        }

        return Decide(state, new DeadlineNoticed { Level = reached, DueAt = due });
    }

    /// <summary>Writes a new link into the history.</summary>
    public static CaseDecision RecordLink(Case state, Link link) => Decide(state, new CaseLinked
    {
        LinkId = link.Id,
        Adapter = link.Adapter,
        RecordType = link.RecordType,
        ExternalId = link.ExternalId,
    });

    /// <summary>Writes a dropped or held status and the reason of the link policy into the history.</summary>
    public static CaseDecision RecordDropped(Case state, string adapter, IncomingStatus incoming, LinkDecision decision) =>
        Decide(state, Dropped(adapter, incoming, EnumWord.Of(decision.Verdict), EnumWord.Of(decision.Reason)));

    /// <summary>Writes a status that the case itself refused into the history.</summary>
    public static CaseDecision RecordRefused(Case state, string adapter, IncomingStatus incoming, CaseRefusal refusal) =>
        Decide(state, Dropped(adapter, incoming, "refused", EnumWord.Of(refusal.Code)));

    /// <summary>Writes into the history that a delivery which had been given up was delivered after all.</summary>
    public static CaseDecision RecordRecovery(Case state, string delivery, string adapter, string operation) =>
        Decide(state, new DeliveryRecovered { Delivery = delivery, Adapter = adapter, Operation = operation });

    /// <summary>Records the applicant's rating.</summary>
    public static CaseDecision Rate(Case state, int score, int max) =>
        state.Rating == new CaseRating(score, max) ? CaseDecision.Nothing : Decide(state, new CaseRated { Score = score, Max = max });

    private static CaseDraft AddRoute(CaseDraft draft, Case state, CaseRoute route)
    {
        if (state.Route == route)
        {
            return draft;
        }

        draft.Add(new CaseRouted { Body = route.Body, Executor = route.Executor });
        var changesBody = state.Route is { } before && before.Body != route.Body;
        return state.Status < MainStatus.Routed || (changesBody && state.Status > MainStatus.Routed) ? draft.MoveTo(MainStatus.Routed) : draft;
    }

    private static OutsideStatusDropped Dropped(string adapter, IncomingStatus incoming, string verdict, string reason) => new()
    {
        Adapter = adapter,
        Status = incoming.Status,
        ExternalStatus = incoming.ExternalStatus,
        Revision = incoming.Revision,
        Verdict = verdict,
        Reason = reason,
    };

    private static CaseDecision Decide(Case state, CaseFact fact) => new CaseDraft(state).Add(fact).Decide();
}
