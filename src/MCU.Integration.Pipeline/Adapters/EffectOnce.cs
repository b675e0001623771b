namespace MCU.Integration.Pipeline.Adapters;

/// <summary>How an operation is made safe against being done twice.</summary>
public enum EffectOnce
{
    /// <summary>After an unknown outcome a person decides.</summary>
    None,

    /// <summary>The other side honours an idempotency header, or doing it twice changes nothing.</summary>
    Header,

    /// <summary>The other side refuses a second one with the same natural key, and tells which one stands.</summary>
    NaturalKey,

    /// <summary>After an unknown outcome the hub asks whether it was done.</summary>
    Probe,
}
