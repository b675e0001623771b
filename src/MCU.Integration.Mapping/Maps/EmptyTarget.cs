namespace MCU.Integration.Mapping.Maps;

/// <summary>What a rule does when there is nothing to write (<c>empty</c>).</summary>
public enum EmptyTarget
{
    /// <summary>Leaves the target out.</summary>
    Skip,

    /// <summary>Writes null.</summary>
    Null,

    /// <summary>Fails the map.</summary>
    Error,
}
