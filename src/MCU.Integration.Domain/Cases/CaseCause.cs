namespace MCU.Integration.Domain.Cases;

/// <summary>What led to a case event: enough to find message, workflow, map and content versions again (promise 7).</summary>
public sealed record CaseCause
{
    /// <summary>No further cause than the actor.</summary>
    public static CaseCause None { get; } = new();

    /// <summary>Id of the message that was processed.</summary>
    public string? Message { get; init; }

    /// <summary>Id of the work item.</summary>
    public string? WorkItem { get; init; }

    /// <summary>Definition version id of the workflow.</summary>
    public string? Workflow { get; init; }

    /// <summary>Id of the workflow instance.</summary>
    public string? Instance { get; init; }

    /// <summary>Id of the activity inside the workflow.</summary>
    public string? Activity { get; init; }

    /// <summary>Key and version of the map that made the document.</summary>
    public string? Map { get; init; }

    /// <summary>Id of the active content set at that moment.</summary>
    public string? ActiveSet { get; init; }

    /// <summary>Id that travels with the change to outside systems, by which its echo is recognised.</summary>
    public string? Origin { get; init; }
}
