namespace MCU.Integration.Pipeline.Commits;

public enum CommitOutcome
{
    Committed,

    /// <summary>Another node has the item now: drop the result.</summary>
    LeaseLost,

    /// <summary>Something that was read has changed: compute again.</summary>
    Conflict,

    /// <summary>An activation gate refused the start; the item is finished, nothing else was written.</summary>
    NotActivated,

    /// <summary>The database refuses a row of it (a value that it cannot hold): nothing of it was written, and computing it again would not help.</summary>
    Refused,
}
