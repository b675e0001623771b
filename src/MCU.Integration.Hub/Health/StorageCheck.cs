using MCU.Integration.Storage;
using MCU.Integration.Storage.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MCU.Integration.Hub.Health;

/// <summary>Asks whether the database can be written; a probe commits, so its answer is kept for a moment.</summary>
internal sealed class StorageCheck(IStorageHealth storage, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _one = new(1);
    private (HealthCheckResult Result, DateTimeOffset Until)? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || last.Until <= time.GetUtcNow())
            {
                last = (await ProbeAsync(cancellationToken), time.GetUtcNow() + Kept);
                _last = last;
            }

            return last.Result;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<HealthCheckResult> ProbeAsync(CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            var took = await storage.ProbeAsync(either.Token);
            return HealthCheckResult.Healthy(null, new Dictionary<string, object> { ["commitMilliseconds"] = Math.Round(took.TotalMilliseconds, 2) });
        }
        catch (Exception exception) when (exception is StorageUnavailableException || timeout.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database cannot be written.");
        }
    }
}
