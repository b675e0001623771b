using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>When a failed delivery is tried again.</summary>
public static class DeliveryBackoff
{
    /// <summary>What another system may ask for with Retry-After at most.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    /// <summary>
    /// Doubles with each attempt up to the policy's bound, ± a quarter, so that deliveries that failed together do not come back together.
    /// Never earlier than the other side asked for.
    /// </summary>
    /// <param name="attempt">The one that failed, from 1.</param>
    public static TimeSpan After(DeliveryPolicy policy, int attempt, TimeSpan? retryAfter, Random random)
    {
        var doubled = policy.FirstDelay.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, 40));
        var delay = TimeSpan.FromMilliseconds(Math.Min(doubled, policy.MaxDelay.TotalMilliseconds) * (0.75 + (random.NextDouble() / 2)));
        var asked = retryAfter is { } wait && wait > LongestRetryAfter ? LongestRetryAfter : retryAfter;
        return asked > delay ? asked.Value : delay;
    }
}
