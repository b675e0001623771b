using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Bursts;

/// <summary>
/// Takes due work items and has them computed. Claiming, computing and committing overlap: while one batch waits for its commit, the next is computed.
/// An item's order key keeps its successors in the queue until it is finished.
/// </summary>
public sealed partial class WorkDispatcher(
    IWorkQueue queue,
    WorkProcessor processor,
    IWakeUp wakeUp,
    NodeName node,
    IOptions<BurstOptions> options,
    TimeProvider time,
    ILogger<WorkDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan TimerInterval = TimeSpan.FromMilliseconds(20);

    private readonly BurstOptions _options = options.Value;
    private readonly SemaphoreSlim _places = new(options.Value.MaxUnderWay);

    private DateTimeOffset _timersFiredAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DispatchAsync(stoppingToken) == 0)
                {
                    await wakeUp.WaitAsync(WakeUpChannel.Work, await IdleTimeAsync(stoppingToken), stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The database is away: keep asking, at the pace of the poll, until it is back.
                Log.ClaimFailed(logger, exception);
                await Task.Delay(_options.PollInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await DrainAsync();
    }

    private async Task<int> DispatchAsync(CancellationToken stopping)
    {
        await _places.WaitAsync(stopping);
        var free = 1;
        while (free < _options.ClaimBatch && _places.Wait(0, CancellationToken.None))
        {
            free++;
        }

        IReadOnlyList<LeasedWorkItem> claimed = [];
        try
        {
            var now = time.GetUtcNow();
            await FireTimersAsync(now, stopping);
            claimed = await queue.ClaimAsync(free, node.Value, _options.Lease, now, stopping);
        }
        finally
        {
            if (claimed.Count < free)
            {
                _places.Release(free - claimed.Count);
            }
        }

        if (claimed.Count > 0)
        {
            _ = ProcessAsync(claimed, stopping);
        }

        if (claimed.Count > 1 && claimed.Count < free)
        {
            await Task.Delay(_options.GatherPause, time, stopping);
        }

        return claimed.Count;
    }

    // Timers are looked at once an interval, not with every claim: under load that would be a query per batch for nothing.
    private async Task FireTimersAsync(DateTimeOffset now, CancellationToken stopping)
    {
        if (now - _timersFiredAt >= TimerInterval)
        {
            _timersFiredAt = now;
            await queue.FireTimersAsync(_options.ClaimBatch, now, stopping);
        }
    }

    private async Task ProcessAsync(IReadOnlyList<LeasedWorkItem> claimed, CancellationToken stopping)
    {
        await Task.Yield();
        var released = 0;
        try
        {
            await processor.ProcessAsync(
                claimed,
                () =>
                {
                    Interlocked.Increment(ref released);
                    _places.Release();
                    wakeUp.Signal(WakeUpChannel.Work);
                },
                stopping);
        }
        catch (Exception exception)
        {
            Log.BatchFailed(logger, exception);
        }
        finally
        {
            if (claimed.Count > released)
            {
                _places.Release(claimed.Count - released);
            }
        }
    }

    private async Task<TimeSpan> IdleTimeAsync(CancellationToken stopping)
    {
        if (await queue.NextDueAsync(stopping) is not { } due)
        {
            return _options.PollInterval;
        }

        var wait = due - time.GetUtcNow();
        return wait <= TimeSpan.Zero ? TimeSpan.FromMilliseconds(5) : wait < _options.PollInterval ? wait : _options.PollInterval;
    }

    private async Task DrainAsync()
    {
        for (var i = 0; i < _options.MaxUnderWay; i++)
        {
            if (!await _places.WaitAsync(TimeSpan.FromSeconds(10)))
            {
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Error, "Work items could not be claimed; trying again")]
        public static partial void ClaimFailed(ILogger logger, Exception exception);

        [LoggerMessage(2002, LogLevel.Error, "A batch of work items was not finished; their leases will run out")]
        public static partial void BatchFailed(ILogger logger, Exception exception);
    }
}
