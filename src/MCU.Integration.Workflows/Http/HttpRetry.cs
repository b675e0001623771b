using System.Globalization;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Http;

/// <summary>
/// When a request is sent again: no connection, no answer in time, or a status that passes (408, 429, 5xx). The members and defaults of the HTTP strategy of Elsa's
/// resilience.
/// </summary>
/// <param name="MaxRetryAttempts">Attempts after the first, 1 to 10.</param>
/// <param name="Delay">The first pause, at most a minute.</param>
/// <param name="Backoff">How pauses grow.</param>
/// <param name="UseJitter">Whether pauses vary by a quarter, so that many callers do not come back at once.</param>
public sealed record HttpRetry(int MaxRetryAttempts, TimeSpan Delay, RetryBackoff Backoff, bool UseJitter)
{
    private const int MostAttempts = 10;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <summary>Reads a strategy; names in any case.</summary>
    /// <exception cref="InvalidOperationException">It is none, or out of bounds.</exception>
    public static HttpRetry Read(JsonNode? strategy)
    {
        var members = strategy as JsonObject ?? throw new InvalidOperationException("The resilience strategy is not an object.");
        var attempts = Member(members, "maxRetryAttempts").AsInteger() ?? 3;
        var delay = Member(members, "delay") is { } given
            ? TimeSpan.TryParse(given.AsText(), CultureInfo.InvariantCulture, out var parsed) ? parsed : throw new InvalidOperationException("The delay of the resilience strategy is not a time span.")
            : TimeSpan.FromSeconds(1);
        var backoff = Member(members, "backoffType").AsText() is not { } name ? RetryBackoff.Exponential
            : Enum.TryParse<RetryBackoff>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new InvalidOperationException($"The resilience strategy has an unknown back-off '{name}'.");

        return attempts is >= 1 and <= MostAttempts && delay >= TimeSpan.Zero && delay <= LongestDelay
            ? new HttpRetry((int)attempts, delay, backoff, Member(members, "useJitter").AsBoolean() ?? true)
            : throw new InvalidOperationException($"A resilience strategy has 1 to {MostAttempts} retries and a delay of at most {LongestDelay.TotalSeconds} seconds.");
    }

    /// <summary>Whether what became of an attempt may pass.</summary>
    public static bool IsTransient(HttpSendResult result) => result.Outcome != HttpSendOutcome.Answered || result.Answer!.StatusCode is 408 or 429 or >= 500;

    /// <summary>The pause before a retry.</summary>
    /// <param name="retry">From 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    public TimeSpan PauseBefore(int retry, double chance)
    {
        var pause = Backoff switch
        {
            RetryBackoff.Constant => Delay,
            RetryBackoff.Linear => Delay * retry,
            _ => Delay * Math.Pow(2, retry - 1),
        };
        return UseJitter ? pause * (0.75 + (chance / 2)) : pause;
    }

    private static JsonNode? Member(JsonObject members, string name) =>
        members.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
