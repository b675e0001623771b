namespace MCU.Integration.Pipeline.Adapters;

public enum ValidationMode
{
    /// <summary>At the border: 422 with pointers, the message stays as rejected.</summary>
    Sync,

    /// <summary>In the workflow.</summary>
    Async,
}
