namespace MCU.Integration.Mapping.Lint;

/// <summary>Whether content with the problem may be published.</summary>
public enum ContentSeverity
{
    /// <summary>Worth a look; may be published.</summary>
    Warning,

    /// <summary>Must not be published.</summary>
    Error,
}
