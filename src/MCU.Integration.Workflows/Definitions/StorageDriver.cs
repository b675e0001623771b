namespace MCU.Integration.Workflows.Definitions;

/// <summary>Where a variable lives while its instance is suspended.</summary>
public enum StorageDriver
{
    /// <summary>Nowhere: the value is lost when the instance suspends.</summary>
    Memory,

    /// <summary>In the instance's state.</summary>
    WorkflowInstance,
}
