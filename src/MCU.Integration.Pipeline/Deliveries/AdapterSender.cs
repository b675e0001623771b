using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Sends the deliveries of one adapter, so many at once as its policy says. Each adapter has its own, so that none waits for another (promise 6).</summary>
internal sealed partial class AdapterSender(
    AdapterDescription adapter,
    IDeliveryStore store,
    DeliveryAttempts attempts,
    NodeName node,
    DeliverySenderOptions options,
    TimeProvider time,
    ILogger logger)
{
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly Lock _stateLock = new();
    private AdapterDescription _adapter = adapter;
    private int _underWay;
    private DateTimeOffset _holdUntil;
    private bool _careful;

    /// <summary>A newer active set describes the adapter.</summary>
    public void Update(AdapterDescription current) => Volatile.Write(ref _adapter, current);

    /// <summary>There may be something to send.</summary>
    public void Signal()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been told already.
        }
    }

    /// <param name="stopping">Stops claiming.</param>
    /// <param name="aborting">Gives up deliveries under way.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        while (true)
        {
            try
            {
                await _signal.WaitAsync(stopping);
                await SendDueAsync(stopping, aborting);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The database is away; the sender looks again at its own pace.
                Log.ClaimFailed(logger, Volatile.Read(ref _adapter).Key, exception);
            }
        }
    }

    /// <summary>Returns when nothing is under way, or after <paramref name="patience"/>.</summary>
    public async Task DrainAsync(TimeSpan patience)
    {
        using var over = new CancellationTokenSource(patience, time);
        while (Volatile.Read(ref _underWay) > 0 && !over.IsCancellationRequested)
        {
            await _signal.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendDueAsync(CancellationToken stopping, CancellationToken aborting)
    {
        while (Free() is var free and > 0)
        {
            // A signal can win over the cancellation of waiting for it.
            stopping.ThrowIfCancellationRequested();
            var current = Volatile.Read(ref _adapter);
            free = await GatherAsync(free, current.DeliveryPolicy.Concurrency, stopping);
            var claimed = await store.ClaimAsync(current.Key, Math.Min(free, options.ClaimBatch), node.Value, LeaseFor(current), time.GetUtcNow(), stopping);
            foreach (var delivery in claimed)
            {
                Interlocked.Increment(ref _underWay);
                _ = AttemptAsync(delivery, current, aborting);
            }

            if (claimed.Count == 0)
            {
                return;
            }
        }
    }

    /// <summary>
    /// A claim is a transaction: while most places are taken, the next ones to become free are waited for a moment, so that one claim fills several.
    /// </summary>
    private async Task<int> GatherAsync(int free, int places, CancellationToken stopping)
    {
        if (options.MinPause > TimeSpan.Zero && free * 2 < places && Volatile.Read(ref _underWay) > 1)
        {
            await Task.Delay(options.MinPause, time, stopping);
            return Free();
        }

        return free;
    }

    private async Task AttemptAsync(LeasedDelivery delivery, AdapterDescription current, CancellationToken aborting)
    {
        // Opening bodies and the first synchronous part of sending must not hold up the claims.
        await Task.Yield();
        try
        {
            Learn(await attempts.RunAsync(delivery, current, aborting));
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);

            // Its lane is free now, and so is a place.
            Signal();
        }
    }

    private int Free()
    {
        lock (_stateLock)
        {
            if (time.GetUtcNow() < _holdUntil)
            {
                return 0;
            }

            return (_careful ? 1 : Volatile.Read(ref _adapter).DeliveryPolicy.Concurrency) - Volatile.Read(ref _underWay);
        }
    }

    private void Learn(DeliveryOutcome? outcome)
    {
        if (outcome is null)
        {
            return;
        }

        var last = outcome.Last;
        lock (_stateLock)
        {
            if (last.RetryAfter is { } wait && (last.Kind == StepOutcomeKind.NotTried || last.HttpStatus == 429))
            {
                // Claiming what cannot be sent would only move rows to and fro. Afterwards one delivery tries whether the way is free.
                _holdUntil = time.GetUtcNow() + wait;
                _careful = true;
            }
            else if (last.Kind is StepOutcomeKind.Done or StepOutcomeKind.Refused)
            {
                _careful = false;
            }
        }
    }

    private TimeSpan LeaseFor(AdapterDescription current)
    {
        // A few requests one after the other (sign-in, probe, steps), and time to write the end.
        var needed = (current.DeliveryPolicy.AttemptTimeout * 4) + (options.LeaseReserve * 3);
        return needed > options.Lease ? needed : options.Lease;
    }

    private static partial class Log
    {
        [LoggerMessage(2211, LogLevel.Error, "Deliveries of adapter {Adapter} could not be claimed; trying again")]
        public static partial void ClaimFailed(ILogger logger, string adapter, Exception exception);
    }
}
