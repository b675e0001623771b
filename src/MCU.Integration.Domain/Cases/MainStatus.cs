using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Cases;

/// <summary>Where a case stands; overlays and the outcome stand beside it. The order of the members is the usual order of work.</summary>
[JsonConverter(typeof(EnumWordConverter<MainStatus>))]
public enum MainStatus
{
    /// <summary>Came in, nobody has looked at it.</summary>
    Received,

    /// <summary>A moderator checks text and category.</summary>
    Moderation,

    /// <summary>Given to a body, or registered there.</summary>
    Routed,

    /// <summary>An executor works on it.</summary>
    InProgress,

    /// <summary>The answer is being written.</summary>
    AnswerDraft,

    /// <summary>The answer waits for approval or signature.</summary>
    Approval,

    /// <summary>The applicant has the answer.</summary>
    Answered,

    /// <summary>Nothing more is expected.</summary>
    Closed,
}
