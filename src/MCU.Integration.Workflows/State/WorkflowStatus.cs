namespace MCU.Integration.Workflows.State;

/// <summary>Whether an instance still has something to do.</summary>
public enum WorkflowStatus
{
    /// <summary>It may go on.</summary>
    Running,

    /// <summary>It is over.</summary>
    Finished,
}
