namespace MCU.Integration.Workflows.State;

/// <summary>What one run of an activity is doing. (Canceled with one l, as on Elsa's wire.)</summary>
public enum ActivityStatus
{
    /// <summary>Scheduled, not yet begun.</summary>
    Pending,

    /// <summary>Begun and not over: at work, waiting for a bookmark, or for a child.</summary>
    Running,

    /// <summary>Completed.</summary>
    Completed,

    /// <summary>Stopped because something else completed first.</summary>
    Canceled,

    /// <summary>Ended by an exception.</summary>
    Faulted,
}
