using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Links;

/// <summary>Why a status was applied, dropped or held.</summary>
[JsonConverter(typeof(EnumWordConverter<LinkReason>))]
public enum LinkReason
{
    /// <summary>Nothing was seen on this link before.</summary>
    FirstSeen,

    /// <summary>Newer by revision or time.</summary>
    Newer,

    /// <summary>The policy takes statuses as they come.</summary>
    ArrivalOrder,

    /// <summary>Its revision is lower than the last seen.</summary>
    OlderRevision,

    /// <summary>Its time is before the last seen.</summary>
    OlderTimestamp,

    /// <summary>The same revision or time and the same status were seen.</summary>
    AlreadySeen,

    /// <summary>It carries the origin id of a change that we sent.</summary>
    OwnOrigin,

    /// <summary>It says what we sent last and nothing came in between.</summary>
    OwnContent,

    /// <summary>It has neither a revision nor a time to compare.</summary>
    NoOrderMark,

    /// <summary>The same revision was seen with another status.</summary>
    RevisionConflict,

    /// <summary>The policy does not let this system set this status.</summary>
    StatusNotPermitted,
}
