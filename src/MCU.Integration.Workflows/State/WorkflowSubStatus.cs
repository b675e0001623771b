namespace MCU.Integration.Workflows.State;

/// <summary>What an instance is doing, or how it ended.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Created, not yet run.</summary>
    Pending,

    /// <summary>A burst is computing.</summary>
    Executing,

    /// <summary>Waiting for a bookmark, or stuck behind an incident.</summary>
    Suspended,

    /// <summary>Ended regularly.</summary>
    Finished,

    /// <summary>Ended by a person or another workflow.</summary>
    Cancelled,

    /// <summary>Ended by an incident; may be retried.</summary>
    Faulted,
}
