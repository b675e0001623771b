namespace MCU.Integration.Workflows.Definitions;

/// <summary>What an activity's exception does to its instance.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance becomes Faulted.</summary>
    Fault,

    /// <summary>Other branches go on; the instance ends Suspended, because the faulted activity never completes.</summary>
    ContinueWithIncidents,
}
