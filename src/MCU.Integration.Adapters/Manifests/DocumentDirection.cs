namespace MCU.Integration.Adapters.Manifests;

public enum DocumentDirection
{
    /// <summary>The outside system sends it.</summary>
    In,

    /// <summary>The hub sends it.</summary>
    Out,
}
