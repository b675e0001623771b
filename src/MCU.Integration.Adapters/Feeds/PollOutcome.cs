namespace MCU.Integration.Adapters.Feeds;

/// <summary>How a poll ended.</summary>
/// <param name="Error">Stable code; null when everything was read.</param>
/// <param name="Tried">False when nothing was asked (paused, breaker open): it says nothing about the system's health.</param>
public sealed record PollOutcome(int Documents, string? Error, bool Tried, TimeSpan? RetryAfter)
{
    public static PollOutcome Read(int documents) => new(documents, null, Tried: true, null);

    public static PollOutcome Failed(int documents, string error, TimeSpan? retryAfter = null) => new(documents, error, Tried: true, retryAfter);
}
