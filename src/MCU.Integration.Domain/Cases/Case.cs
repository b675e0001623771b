using System.Text.Json.Serialization;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>
/// One question of a citizen: the unit that has a term, a status and an outcome. It is the fold of its events
/// (<see cref="CaseFold"/>) and holds nothing personal.
/// </summary>
public sealed record Case
{
    /// <summary>Id of the case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Number of events folded: the version for optimistic concurrency.</summary>
    public required long Version { get; init; }

    /// <summary>Human case number.</summary>
    public required string Number { get; init; }

    /// <summary>The submission it belongs to.</summary>
    public required SubmissionId SubmissionId { get; init; }

    /// <summary>The applicant's sealed record, if there is one.</summary>
    public ApplicantId? ApplicantId { get; init; }

    /// <summary>What the case is.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Which law applies.</summary>
    public required LegalRegime Regime { get; init; }

    /// <summary>Key of the adapter it came through.</summary>
    public required string Source { get; init; }

    /// <summary>Channel inside the source.</summary>
    public string? Channel { get; init; }

    /// <summary>What it is about.</summary>
    public Classifier Classifier { get; init; } = Classifier.Unknown;

    /// <summary>Where it is.</summary>
    public Territory Territory { get; init; } = Territory.Unresolved;

    /// <summary>Where it stands.</summary>
    public required MainStatus Status { get; init; }

    /// <summary>Since when it stands there.</summary>
    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>Overlay: the applicant was asked.</summary>
    public Clarification? Clarification { get; init; }

    /// <summary>Overlay: the term was extended.</summary>
    public Extension? Extension { get; init; }

    /// <summary>Overlay: the work is promised for later.</summary>
    public Deferral? Deferral { get; init; }

    /// <summary>How it ended; absent while it is open.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>The result in the words of ССТУ; appeals only.</summary>
    public SstuStatus? Sstu { get; init; }

    /// <summary>Whether measures were taken.</summary>
    public bool? ActionsTaken { get; init; }

    /// <summary>Handle of the sealed answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Where it was redirected to, or which case it duplicates.</summary>
    public string? Target { get; init; }

    /// <summary>Code of the reason of the outcome.</summary>
    public string? OutcomeReason { get; init; }

    /// <summary>How often it was reopened.</summary>
    public int ReopenRound { get; init; }

    /// <summary>Who works on it.</summary>
    public CaseRoute? Route { get; init; }

    /// <summary>How urgent it is.</summary>
    public CasePriority Priority { get; init; } = CasePriority.Normal;

    /// <summary>Under which terms it runs.</summary>
    public DeadlinePace Pace { get; init; } = DeadlinePace.Standard;

    /// <summary>Tags, in order of arrival, each once.</summary>
    public ValueList<string> Tags { get; init; }

    /// <summary>Registration number.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>When the source received it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>When a body was first assigned in this round.</summary>
    public DateTimeOffset? AssignedAt { get; init; }

    /// <summary>When the last round began; absent before the first reopening.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>When the applicant was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Its terms; absent until computed.</summary>
    public CaseDeadlines? Deadlines { get; init; }

    /// <summary>What was told last about the end of the term.</summary>
    public DeadlineNotice? Notice { get; init; }

    /// <summary>Finished spans in which the case waited for the applicant; they may stop the clock of a message.</summary>
    public ValueList<PausedSpan> Pauses { get; init; }

    /// <summary>The applicant's rating.</summary>
    public CaseRating? Rating { get; init; }

    /// <summary>When the last event happened.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it is answered or closed.</summary>
    [JsonIgnore]
    public bool IsFinished => Status is MainStatus.Answered or MainStatus.Closed;

    /// <summary>
    /// The term that counts now: the promised date, else the computed term of the answer. An extension that the profile does not
    /// foresee, or that is not computed in yet, counts as the source said it.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? DueAt =>
        Deferral?.Until ?? (Deadlines?.Governing is { Extended: true } extended ? extended.DueAt : Extension?.Until ?? Deadlines?.Governing?.DueAt);

    /// <summary>Whether the clock of the answer stands still while the applicant is asked.</summary>
    [JsonIgnore]
    public bool IsPaused => Deadlines?.Governing is { Paused: true } && Clarification is not null;

    /// <summary>Derived, never stored: open after its term. A clock that stands still is not overdue.</summary>
    public bool IsOverdue(DateTimeOffset now) => !IsFinished && !IsPaused && DueAt is { } due && now > due;
}
