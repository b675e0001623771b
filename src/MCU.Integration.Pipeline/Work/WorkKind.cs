namespace MCU.Integration.Pipeline.Work;

/// <summary>What a work item asks for.</summary>
public enum WorkKind
{
    /// <summary>Start the workflow of a matching trigger with a message.</summary>
    ProcessMessage,

    /// <summary>Resume an instance at a bookmark (a message, event, status or delivery outcome matched it).</summary>
    ResumeInstance,

    /// <summary>A due timer.</summary>
    FireTimer,

    /// <summary>Start a workflow without a message.</summary>
    DispatchWorkflow,

    /// <summary>Go on with an instance that was committed in the middle of a burst: whose burst it is holds the lease, and when that runs out another node goes on.</summary>
    ContinueInstance,

    /// <summary>Tell a case and workflows that a delivery which had been given up was delivered after all.</summary>
    ReportRecovery,
}
