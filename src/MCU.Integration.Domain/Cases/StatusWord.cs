using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>The words in which systems tell each other about a status: main statuses, overlays and ways to end (facts §8).</summary>
[JsonConverter(typeof(EnumWordConverter<StatusWord>))]
public enum StatusWord
{
    /// <summary>See <see cref="MainStatus.Received"/>.</summary>
    Received,

    /// <summary>See <see cref="MainStatus.Moderation"/>.</summary>
    Moderation,

    /// <summary>See <see cref="MainStatus.Routed"/>.</summary>
    Routed,

    /// <summary>See <see cref="MainStatus.InProgress"/>; ends a clarification or a deferral.</summary>
    InProgress,

    /// <summary>See <see cref="MainStatus.AnswerDraft"/>.</summary>
    AnswerDraft,

    /// <summary>See <see cref="MainStatus.Approval"/>.</summary>
    Approval,

    /// <summary>See <see cref="MainStatus.Answered"/>; needs an outcome done, explained or refused.</summary>
    Answered,

    /// <summary>See <see cref="MainStatus.Closed"/>; needs an outcome unless the case was answered.</summary>
    Closed,

    /// <summary>Overlay: the applicant was asked; <c>until</c> is the applicant's term.</summary>
    Clarification,

    /// <summary>The applicant answered: ends a clarification.</summary>
    Clarified,

    /// <summary>Overlay: the term was extended; <c>until</c> is the new term.</summary>
    Extended,

    /// <summary>Overlay: the work is promised for later; <c>until</c> is required.</summary>
    Deferred,

    /// <summary>Work goes on: ends a deferral or a clarification.</summary>
    Resumed,

    /// <summary>Ends the case: sent to another organisation by competence.</summary>
    Redirected,

    /// <summary>Ends the case: the same as another one.</summary>
    Duplicate,

    /// <summary>Ends the case: not accepted (abusive, empty, outside rules).</summary>
    Rejected,

    /// <summary>An answered or closed case goes back to work, a new round begins.</summary>
    Reopened,

    /// <summary>The applicant rated the outcome; needs score and maximum.</summary>
    Rated,
}
