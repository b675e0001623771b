using MCU.Integration.Workflows.Http;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>
/// Sends again what a request's strategy says may pass. No attempt begins once half of the lease is over, which was prolonged just before: another node must not take
/// the burst over while this one still retries.
/// </summary>
public sealed class RetryingSender(IHttpSender sender, TimeSpan lease, TimeProvider time) : IHttpSender
{
    public async ValueTask<HttpSendResult> SendAsync(HttpSendRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var result = await sender.SendAsync(request, cancellationToken);
            if (request.Retry is not { } retry || attempt > retry.MaxRetryAttempts || !HttpRetry.IsTransient(result))
            {
                return result with { Attempts = attempt };
            }

            var pause = retry.PauseBefore(attempt, Random.Shared.NextDouble());
            if (time.GetElapsedTime(started) + pause > lease / 2)
            {
                return result with { Attempts = attempt };
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }
}
