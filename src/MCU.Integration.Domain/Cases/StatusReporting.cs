using MCU.Integration.Domain.Cases.Facts;

namespace MCU.Integration.Domain.Cases;

/// <summary>What each status word does to a case.</summary>
internal static class StatusReporting
{
    public static CaseDecision Decide(Case state, StatusReport report) => report.Status switch
    {
        StatusWord.Received => Work(state, MainStatus.Received),
        StatusWord.Moderation => Work(state, MainStatus.Moderation),
        StatusWord.Routed => Work(state, MainStatus.Routed),
        StatusWord.InProgress => Work(state, MainStatus.InProgress),
        StatusWord.AnswerDraft => Work(state, MainStatus.AnswerDraft),
        StatusWord.Approval => Work(state, MainStatus.Approval),
        StatusWord.Clarification => Clarify(state, report),
        StatusWord.Clarified => CaseCommands.EndClarification(state, ClarificationEnd.Answered),
        StatusWord.Resumed => EndOverlays(new CaseDraft(state), ClarificationEnd.Resumed).Decide(),
        StatusWord.Extended => Extend(state, report),
        StatusWord.Deferred => Defer(state, report),
        StatusWord.Answered => Answer(state, report),
        StatusWord.Closed => Close(state, report, report.Outcome),
        StatusWord.Redirected => Close(state, report, CaseOutcome.Redirected),
        StatusWord.Duplicate => Close(state, report, CaseOutcome.Duplicate),
        StatusWord.Rejected => Close(state, report, CaseOutcome.Rejected),
        StatusWord.Reopened => Reopen(state, report),
        StatusWord.Rated => Rate(state, report),
        _ => CaseDecision.Refuse(CaseRefusalCode.TransitionNotAllowed, report.Status.ToString()),
    };

    private static CaseDecision Work(Case state, MainStatus to) =>
        to >= MainStatus.Routed
            ? EndOverlays(new CaseDraft(state).MoveTo(to), ClarificationEnd.Resumed).Decide()
            : new CaseDraft(state).MoveTo(to).Decide();

    private static CaseDecision Clarify(Case state, StatusReport report) =>
        state.Clarification is { } asked && asked.Until == report.Until
            ? CaseDecision.Nothing
            : new CaseDraft(state).Add(new ClarificationRequested { Until = report.Until }).Decide();

    private static CaseDecision Extend(Case state, StatusReport report) =>
        state.Extension is { } extension && (report.Until is null || extension.Until == report.Until)
            ? CaseDecision.Nothing
            : new CaseDraft(state).Add(new TermExtended { Until = report.Until, Reason = report.Reason }).Decide();

    private static CaseDecision Defer(Case state, StatusReport report)
    {
        if (report.Until is not { } until)
        {
            return CaseDecision.Refuse(CaseRefusalCode.DateRequired, "deferred");
        }

        return state.Deferral?.Until == until
            ? CaseDecision.Nothing
            : new CaseDraft(state).Add(new CaseDeferred { Until = until, Reason = report.Reason }).Decide();
    }

    private static CaseDecision Answer(Case state, StatusReport report)
    {
        if (report.Outcome is not { } outcome)
        {
            return CaseDecision.Refuse(CaseRefusalCode.OutcomeRequired, "answered");
        }

        return state.IsFinished && state.Outcome == outcome
            ? CaseDecision.Nothing
            : AddAnswer(new CaseDraft(state), state, report, outcome).Decide();
    }

    private static CaseDecision Close(Case state, StatusReport report, CaseOutcome? outcome)
    {
        if (state.Status == MainStatus.Closed && (outcome is null || outcome == state.Outcome))
        {
            return CaseDecision.Nothing;
        }

        var draft = new CaseDraft(state);

        // A system that closes with an answer's outcome has answered, whether or not it said so before.
        if (outcome is { } given && CaseTransitions.AnswersWith(given) && !state.IsFinished)
        {
            AddAnswer(draft, state, report, given);
        }

        return EndOverlays(draft, ClarificationEnd.Resumed)
            .Add(new CaseClosed
            {
                Outcome = outcome,
                Sstu = outcome is { } end && !CaseTransitions.AnswersWith(end) ? SstuOf(state, report, end) : null,
                Target = report.Target,
                Reason = report.Reason,
            })
            .Decide();
    }

    // The second system that reports a reopening only confirms the round that has begun.
    private static CaseDecision Reopen(Case state, StatusReport report) => state is { IsFinished: false, ReopenRound: > 0 }
        ? CaseDecision.Nothing
        : new CaseDraft(state).Add(new CaseReopened { Round = state.ReopenRound + 1, Reason = report.Reason }).Decide();

    private static CaseDecision Rate(Case state, StatusReport report) =>
        report.Rating is { Score: >= 0, Max: >= 1 } rating && rating.Score <= rating.Max
            ? CaseCommands.Rate(state, rating.Score, rating.Max)
            : CaseDecision.Refuse(CaseRefusalCode.RatingRequired, "rated");

    private static CaseDraft AddAnswer(CaseDraft draft, Case state, StatusReport report, CaseOutcome outcome)
    {
        var sstu = SstuOf(state, report, outcome);
        return EndOverlays(draft, ClarificationEnd.Resumed).Add(new CaseAnswered
        {
            Outcome = outcome,
            Sstu = sstu,
            ActionsTaken = report.ActionsTaken ?? (sstu == SstuStatus.Supported ? true : null),
            Answer = report.Answer,
        });
    }

    private static CaseDraft EndOverlays(CaseDraft draft, ClarificationEnd how)
    {
        if (draft.State is { IsFinished: false, Clarification: not null })
        {
            draft.Add(new ClarificationEnded { How = how });
        }

        if (draft.State is { IsFinished: false, Deferral: not null })
        {
            draft.Add(new DeferralEnded());
        }

        return draft;
    }

    private static SstuStatus? SstuOf(Case state, StatusReport report, CaseOutcome outcome)
    {
        if (state.Kind != CaseKind.Appeal)
        {
            return null;
        }

        return report.Sstu ?? outcome switch
        {
            CaseOutcome.Done => SstuStatus.Supported,
            CaseOutcome.Explained => SstuStatus.Explained,
            CaseOutcome.Refused => SstuStatus.NotSupported,
            CaseOutcome.Redirected => SstuStatus.Transferred,
            CaseOutcome.Rejected => SstuStatus.LeftWithoutAnswer,

            // An appeal joined to another one is answered with it; ССТУ has no word for a duplicate.
            _ => SstuStatus.Answered,
        };
    }
}
