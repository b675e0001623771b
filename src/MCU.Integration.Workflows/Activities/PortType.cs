namespace MCU.Integration.Workflows.Activities;

/// <summary>What a port leads to.</summary>
public enum PortType
{
    /// <summary>An activity inside this one.</summary>
    Embedded,

    /// <summary>A connection of the surrounding flowchart.</summary>
    Flow,
}
