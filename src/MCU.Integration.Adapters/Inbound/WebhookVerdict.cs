namespace MCU.Integration.Adapters.Inbound;

/// <summary>Whether a signed document is genuine.</summary>
public enum WebhookVerdict
{
    Genuine,

    /// <summary>A header is missing or cannot be read.</summary>
    Unsigned,

    /// <summary>The signed time is too far from ours: a replay, or a clock that is wrong.</summary>
    OutOfTime,

    /// <summary>No signature fits any secret.</summary>
    Forged,

    /// <summary>The connection has no secret to check with.</summary>
    NoSecret,
}
