namespace MCU.Integration.Mocks.Faults;

/// <summary>How a mock misbehaves.</summary>
public enum FaultProfile
{
    None,

    /// <summary>Answers late.</summary>
    Slow,

    /// <summary>Answers 500 without doing anything.</summary>
    Errors500,

    /// <summary>Does what was asked and then stays silent until the caller gives up.</summary>
    TimeoutAfterCommit,

    /// <summary>Does what was asked and then breaks the connection.</summary>
    ResetAfterCommit,

    /// <summary>Breaks the connection without doing anything.</summary>
    Reset,

    /// <summary>Answers 429 with <c>Retry-After: 1</c>.</summary>
    TooMany,

    /// <summary>Answers 410 without doing anything: the record is gone.</summary>
    Gone,

    /// <summary>Stale: each event is followed by an older one of the same record under a new event id.</summary>
    Shuffle,

    /// <summary>Each event is told twice under the same id.</summary>
    Duplicates,

    /// <summary>Out of order: an event is told some time later, so that younger ones of its record overtake it.</summary>
    OutOfOrder,
}
