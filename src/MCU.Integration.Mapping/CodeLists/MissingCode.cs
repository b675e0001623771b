namespace MCU.Integration.Mapping.CodeLists;

/// <summary>What a lookup of a code without an entry gives.</summary>
public enum MissingCode
{
    /// <summary>A problem.</summary>
    Error,

    /// <summary>The code itself.</summary>
    Keep,

    /// <summary>A fixed code.</summary>
    Default,
}
