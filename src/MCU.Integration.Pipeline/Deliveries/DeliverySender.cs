using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Watches the queue of deliveries and tells each adapter's own sender when something is due for it.</summary>
public sealed partial class DeliverySender(
    IDeliveryStore store,
    IAdapterSource adapters,
    IAdapterConnectionStore connections,
    DeliveryAttempts attempts,
    IWakeUp wakeUp,
    NodeName node,
    IOptions<DeliverySenderOptions> options,
    TimeProvider time,
    ILogger<DeliverySender> logger) : BackgroundService
{
    /// <summary>How soon a pause takes effect.</summary>
    private static readonly TimeSpan PauseFreshness = TimeSpan.FromSeconds(2);

    private readonly DeliverySenderOptions _options = options.Value;
    private readonly Dictionary<string, (AdapterSender Sender, Task Loop)> _senders = new(StringComparer.Ordinal);
    private HashSet<string> _paused = [];
    private long _pausedReadAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var aborting = new CancellationTokenSource();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = _options.PollInterval;
            try
            {
                wait = await LookAsync(stoppingToken, aborting.Token);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                Log.LookFailed(logger, exception);
            }

            try
            {
                if (_options.MinPause > TimeSpan.Zero)
                {
                    await Task.Delay(_options.MinPause, time, stoppingToken);
                }

                await wakeUp.WaitAsync(WakeUpChannel.Deliveries, wait, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(_senders.Values.Select(entry => entry.Loop));
        await Task.WhenAll(_senders.Values.Select(entry => entry.Sender.DrainAsync(_options.StopPatience)));
        await aborting.CancelAsync();
    }

    /// <summary>Returns how long nothing will become due.</summary>
    private async Task<TimeSpan> LookAsync(CancellationToken stopping, CancellationToken aborting)
    {
        Follow(stopping, aborting);
        await ReadPausesAsync(stopping);
        var now = time.GetUtcNow();
        var wait = _options.PollInterval;
        foreach (var (adapter, dueAt) in await store.NextDueAsync(stopping))
        {
            if (!_senders.TryGetValue(adapter, out var entry) || _paused.Contains(adapter))
            {
                continue;
            }

            if (dueAt <= now)
            {
                entry.Sender.Signal();
            }
            else if (dueAt - now < wait)
            {
                wait = dueAt - now;
            }
        }

        return wait;
    }

    private void Follow(CancellationToken stopping, CancellationToken aborting)
    {
        foreach (var adapter in adapters.All)
        {
            if (_senders.TryGetValue(adapter.Key, out var known))
            {
                known.Sender.Update(adapter);
                continue;
            }

            var sender = new AdapterSender(adapter, store, attempts, node, _options, time, logger);
            _senders.Add(adapter.Key, (sender, sender.RunAsync(stopping, aborting)));
        }
    }

    private async Task ReadPausesAsync(CancellationToken stopping)
    {
        if (_pausedReadAt != 0 && time.GetElapsedTime(_pausedReadAt) < PauseFreshness)
        {
            return;
        }

        _paused = [.. (await connections.ListAsync(stopping)).Where(connection => connection.Paused).Select(connection => connection.Adapter)];
        _pausedReadAt = time.GetTimestamp();
    }

    private static partial class Log
    {
        [LoggerMessage(2212, LogLevel.Error, "The queue of deliveries could not be read; trying again")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
