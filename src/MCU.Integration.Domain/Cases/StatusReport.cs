using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>
/// A status as it travels between systems, in hub words: maps of incoming documents make it, maps of outgoing documents read it.
/// </summary>
public sealed record StatusReport
{
    /// <summary>The status.</summary>
    public required StatusWord Status { get; init; }

    /// <summary>How the case ended; with answered and closed.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>The result in the words of ССТУ; derived from the outcome when absent.</summary>
    public SstuStatus? Sstu { get; init; }

    /// <summary>Whether measures were taken.</summary>
    public bool? ActionsTaken { get; init; }

    /// <summary>New term, promised date, or the applicant's term, depending on the status.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where it was redirected to, or which case it duplicates.</summary>
    public string? Target { get; init; }

    /// <summary>Code of the reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Handle of the sealed answer.</summary>
    public string? Answer { get; init; }

    /// <summary>The applicant's rating; with rated.</summary>
    public CaseRating? Rating { get; init; }

    /// <summary>What a case would report now: an end first, then overlays, then the main status.</summary>
    public static StatusReport Of(Case state) => new()
    {
        Status = WordOf(state),
        Outcome = state.Outcome,
        Sstu = state.Sstu,
        ActionsTaken = state.ActionsTaken,
        Until = state.IsFinished ? null : state.Clarification?.Until ?? state.Deferral?.Until ?? state.Extension?.Until,
        Target = state.Target,
        Reason = state.OutcomeReason,
        Answer = state.Answer,
    };

    /// <summary>
    /// SHA-256 (lower-case hex) of what the report says. The answer's handle, the reason and ССТУ details are left out: other systems do not hand
    /// them back unchanged.
    /// </summary>
    public string ContentHash()
    {
        var text = string.Join(
            '|',
            EnumWord.Of(Status),
            Outcome is { } outcome ? EnumWord.Of(outcome) : "",
            Until?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) ?? "",
            Target ?? "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static StatusWord WordOf(Case state) => state switch
    {
        { Status: MainStatus.Closed, Outcome: CaseOutcome.Redirected } => StatusWord.Redirected,
        { Status: MainStatus.Closed, Outcome: CaseOutcome.Duplicate } => StatusWord.Duplicate,
        { Status: MainStatus.Closed, Outcome: CaseOutcome.Rejected } => StatusWord.Rejected,
        { Status: MainStatus.Closed } => StatusWord.Closed,
        { Status: MainStatus.Answered } => StatusWord.Answered,
        { Clarification: not null } => StatusWord.Clarification,
        { Deferral: not null } => StatusWord.Deferred,
        { Extension: not null, Status: <= MainStatus.InProgress } => StatusWord.Extended,
        { Status: MainStatus.Received } => StatusWord.Received,
        { Status: MainStatus.Moderation } => StatusWord.Moderation,
        { Status: MainStatus.Routed } => StatusWord.Routed,
        { Status: MainStatus.InProgress } => StatusWord.InProgress,
        { Status: MainStatus.AnswerDraft } => StatusWord.AnswerDraft,
        _ => StatusWord.Approval,
    };
}
