namespace MCU.Integration.Adapters.Transport;

/// <summary>Why there is no answer.</summary>
public enum CallFailure
{
    /// <summary>It was not even tried: breaker open, rate limit, adapter paused.</summary>
    NotTried,

    /// <summary>Nothing of it can have arrived: no connection, no token, no settings.</summary>
    NotSent,

    /// <summary>It can never be sent: its path would leave the base address.</summary>
    Impossible,

    /// <summary>It may have arrived: timeout, broken connection, unreadable answer.</summary>
    Broken,
}
