namespace MCU.Integration.Pipeline.Workflows.Changes;

/// <summary>How a workflow in the hub stands to its file.</summary>
public enum WorkflowFileState
{
    /// <summary>The file holds what is published.</summary>
    Same,

    /// <summary>Only the file has it: an import brings it in.</summary>
    New,

    /// <summary>The file was changed: an import publishes it.</summary>
    Newer,

    /// <summary>It was changed in the hub: an import leaves it alone, an export writes it.</summary>
    Drifted,

    /// <summary>There is no file: an export writes one.</summary>
    OnlyInHub,
}
