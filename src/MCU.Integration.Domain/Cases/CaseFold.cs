using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>The case row as the fold of its events. Pure: it believes every event and judges none; <see cref="CaseCommands"/> judges.</summary>
public static class CaseFold
{
    /// <summary>The case after all its events.</summary>
    /// <exception cref="InvalidOperationException">The history is empty, has a gap, or does not begin with <see cref="CaseOpened"/>.</exception>
    public static Case Fold(IEnumerable<CaseEvent> events)
    {
        Case? state = null;
        foreach (var caseEvent in events)
        {
            state = Apply(state, caseEvent);
        }

        return state ?? throw new InvalidOperationException("A case without events cannot be folded.");
    }

    /// <summary>The case after one more event.</summary>
    /// <exception cref="InvalidOperationException">The event is not the next one of this case.</exception>
    public static Case Apply(Case? state, CaseEvent caseEvent)
    {
        var expected = (state?.Version ?? 0) + 1;
        if (caseEvent.Sequence != expected)
        {
            throw new InvalidOperationException(
                $"Case {caseEvent.CaseId}: event {caseEvent.Sequence} came where {expected} was expected.");
        }

        return Apply(state, caseEvent.CaseId, caseEvent.Fact, caseEvent.OccurredAt);
    }

    internal static Case Apply(Case? state, CaseId caseId, CaseFact fact, DateTimeOffset at)
    {
        if (state is null)
        {
            return fact is CaseOpened opened
                ? Open(caseId, opened, at)
                : throw new InvalidOperationException($"A case begins with '{CaseOpened.Word}', not with '{fact.TypeName}'.");
        }

        return Change(state, fact, at) with { Version = state.Version + 1, UpdatedAt = at };
    }

    private static Case Open(CaseId caseId, CaseOpened opened, DateTimeOffset at) => new()
    {
        Id = caseId,
        Version = 1,
        Number = opened.Number,
        SubmissionId = opened.SubmissionId,
        ApplicantId = opened.ApplicantId,
        Kind = opened.Kind,
        Regime = opened.Regime,
        Source = opened.Source,
        Channel = opened.Channel,
        Classifier = opened.Classifier,
        Territory = opened.Territory,
        Status = MainStatus.Received,
        StatusSince = at,
        ReceivedAt = opened.ReceivedAt,
        UpdatedAt = at,
    };

    private static Case Change(Case state, CaseFact fact, DateTimeOffset at) => fact switch
    {
        CaseOpened => throw new InvalidOperationException($"Case {state.Id} was opened twice."),
        CaseRegistered it => state with { RegistrationNumber = it.RegistrationNumber, RegisteredAt = it.RegisteredAt },
        StatusMoved it => state with { Status = it.To, StatusSince = at },
        CaseRouted it => state with { Route = new(it.Body, it.Executor), AssignedAt = state.AssignedAt ?? at },
        CaseReclassified it => state with { Classifier = it.Classifier },
        TerritoryResolved it => state with { Territory = it.Territory },
        PrioritySet it => state with { Priority = it.Priority },
        PaceSet it => state with { Pace = it.Pace },
        TagsAdded it => state with { Tags = [.. state.Tags, .. it.Tags.Except(state.Tags)] },
        DeadlinesSet it => state with { Deadlines = it.Deadlines },
        DeadlineNoticed it => state with { Notice = new(it.Level, it.DueAt) },
        ClarificationRequested it => state with { Clarification = new(state.Clarification?.Since ?? at, it.Until) },
        ClarificationEnded => EndClarification(state, at),
        TermExtended it => state with { Extension = new(at, it.Until, it.Reason) },
        CaseDeferred it => state with { Deferral = new(at, it.Until, it.Reason) },
        DeferralEnded => state with { Deferral = null },
        CaseAnswered it => state with
        {
            Status = MainStatus.Answered,
            StatusSince = at,
            Outcome = it.Outcome,
            Sstu = it.Sstu,
            ActionsTaken = it.ActionsTaken,
            Answer = it.Answer,
            AnsweredAt = at,
        },
        CaseClosed it => state with
        {
            Status = MainStatus.Closed,
            StatusSince = at,
            Outcome = it.Outcome ?? state.Outcome,
            Sstu = it.Sstu ?? state.Sstu,
            Target = it.Target ?? state.Target,
            OutcomeReason = it.Reason ?? state.OutcomeReason,
            ClosedAt = at,
        },
        CaseReopened it => Reopen(state, it, at),
        CaseRated it => state with { Rating = new(it.Score, it.Max) },

        // These stand in the history only.
        RulesApplied or CaseLinked or OutsideStatusDropped or DeliveryRecovered => state,
        _ => throw new InvalidOperationException($"The fold does not know '{fact.TypeName}'."),
    };

    private static Case EndClarification(Case state, DateTimeOffset at) => state with
    {
        Clarification = null,
        Pauses = state.Clarification is { } asked && at > asked.Since
            ? [.. state.Pauses, new PausedSpan(asked.Since, at)]
            : state.Pauses,
    };

    private static Case Reopen(Case state, CaseReopened reopened, DateTimeOffset at) => state with
    {
        // A round starts afresh: the old outcome, overlays and terms stay in the history.
        Status = state.Route is null ? MainStatus.Received : MainStatus.Routed,
        StatusSince = at,
        Clarification = null,
        Extension = null,
        Deferral = null,
        Outcome = null,
        Sstu = null,
        ActionsTaken = null,
        Answer = null,
        Target = null,
        OutcomeReason = null,
        ReopenRound = reopened.Round,
        AssignedAt = state.Route is null ? null : at,
        ReopenedAt = at,
        AnsweredAt = null,
        ClosedAt = null,
        Deadlines = null,
        Notice = null,
        Pauses = [],
        Rating = null,
    };
}
