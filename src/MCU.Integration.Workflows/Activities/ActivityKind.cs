namespace MCU.Integration.Workflows.Activities;

/// <summary>How an activity is used.</summary>
public enum ActivityKind
{
    /// <summary>Runs as part of a burst.</summary>
    Action,

    /// <summary>Can start a workflow, or wait in the middle of one.</summary>
    Trigger,

    /// <summary>May run in the background.</summary>
    Job,

    /// <summary>May run in the background if the definition asks for it.</summary>
    Task,
}
