using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>The transition table: which facts are allowed in which state of a case.</summary>
/// <remarks>
/// Outside systems skip statuses, so a step forward may leave some out; steps back are only those that really happen: a draft
/// returned to its writer, a case returned to be routed again. An answered or closed case goes back to work by reopening alone.
/// </remarks>
public static class CaseTransitions
{
    private static readonly Dictionary<MainStatus, MainStatus[]> StepsBack = new()
    {
        [MainStatus.Routed] = [MainStatus.Moderation],
        [MainStatus.InProgress] = [MainStatus.Routed],
        [MainStatus.AnswerDraft] = [MainStatus.InProgress, MainStatus.Routed],
        [MainStatus.Approval] = [MainStatus.AnswerDraft, MainStatus.InProgress, MainStatus.Routed],
    };

    /// <summary>Whether the main status of an open case may move so; answering, closing and reopening are facts of their own.</summary>
    public static bool CanMove(MainStatus from, MainStatus to) =>
        from < MainStatus.Answered && to < MainStatus.Answered
        && (to > from || (StepsBack.TryGetValue(from, out var back) && back.Contains(to)));

    /// <summary>Why a fact is not allowed now, or null when it is.</summary>
    public static CaseRefusal? RefusalOf(Case? state, CaseFact fact)
    {
        if (state is null)
        {
            return fact is CaseOpened ? null : new(CaseRefusalCode.CaseMissing, fact.TypeName);
        }

        return fact switch
        {
            CaseOpened => new(CaseRefusalCode.CaseExists, state.Number),
            StatusMoved or CaseRouted or ClarificationRequested or CaseDeferred or TermExtended or DeadlinesSet or PaceSet when state.IsFinished =>
                Finished(state, fact),
            StatusMoved it when it.From != state.Status || !CanMove(it.From, it.To) =>
                new(CaseRefusalCode.TransitionNotAllowed, $"{EnumWord.Of(state.Status)} → {EnumWord.Of(it.To)}"),
            ClarificationEnded when state.Clarification is null => new(CaseRefusalCode.OverlayAbsent, "clarification"),
            DeferralEnded when state.Deferral is null => new(CaseRefusalCode.OverlayAbsent, "deferred"),
            TermExtended { Until: { } until } when state.DueAt is { } due && until <= due =>
                new(CaseRefusalCode.ExtensionNotLater, $"{until:O} <= {due:O}"),
            CaseAnswered when state.IsFinished => Finished(state, fact),
            CaseAnswered it when !AnswersWith(it.Outcome) => new(CaseRefusalCode.OutcomeNotAllowed, $"answered: {EnumWord.Of(it.Outcome)}"),
            CaseClosed when state.Status == MainStatus.Closed => Finished(state, fact),
            CaseClosed { Outcome: null } when state.Outcome is null => new(CaseRefusalCode.OutcomeRequired, "closed"),
            CaseClosed { Outcome: { } outcome } when !EndsWith(state, outcome) => new(CaseRefusalCode.OutcomeNotAllowed, $"closed: {EnumWord.Of(outcome)}"),
            CaseReopened when !state.IsFinished => new(CaseRefusalCode.CaseNotFinished, EnumWord.Of(state.Status)),
            _ => null,
        };
    }

    /// <summary>Whether an answer may carry this outcome.</summary>
    public static bool AnswersWith(CaseOutcome outcome) => outcome is CaseOutcome.Done or CaseOutcome.Explained or CaseOutcome.Refused;

    // An answer stands: closing afterwards may repeat its outcome but not replace it.
    private static bool EndsWith(Case state, CaseOutcome outcome) =>
        state.Outcome is { } given ? given == outcome : !AnswersWith(outcome);

    private static CaseRefusal Finished(Case state, CaseFact fact) => new(CaseRefusalCode.CaseFinished, $"{EnumWord.Of(state.Status)}: {fact.TypeName}");
}
