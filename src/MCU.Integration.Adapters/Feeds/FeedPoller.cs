using System.Diagnostics;
using System.Diagnostics.Metrics;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters.Feeds;

/// <summary>Polls every feed of every adapter, each in a loop of its own, each on one node at a time. A feed that fails waits longer and longer; none stops another.</summary>
public sealed partial class FeedPoller(
    AdapterManifests manifests,
    FeedPoll poll,
    ILeadership leadership,
    AdapterHealth health,
    NodeName node,
    IOptions<FeedOptions> options,
    TimeProvider time,
    ILogger<FeedPoller> logger) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly Counter<long> Failures = HubTelemetry.Meter.CreateCounter<long>(HubTelemetry.PollFailures);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var loops = new Dictionary<(string Adapter, string Feed), Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var (adapter, feed) in manifests.All.SelectMany(manifest => manifest.Feeds.Keys.Select(feed => (manifest.Key, feed))))
            {
                if (!loops.TryGetValue((adapter, feed), out var loop) || loop.IsCompleted)
                {
                    loops[(adapter, feed)] = LoopAsync(adapter, feed, stoppingToken);
                }
            }

            await Task.Delay(LookInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(loops.Values);
    }

    /// <summary>Ends when the feed is no longer in force, or the hub stops.</summary>
    private async Task LoopAsync(string adapter, string feed, CancellationToken stopping)
    {
        await Task.Yield();
        var duty = new Duty(leadership, $"poll:{adapter}:{feed}", node.Value, options.Value.Lease, time);
        var failures = 0;
        while (!stopping.IsCancellationRequested && manifests.TryGet(adapter, out var manifest) && manifest.Feeds.TryGetValue(feed, out var current))
        {
            TimeSpan wait;
            try
            {
                if (!await duty.HoldAsync(stopping))
                {
                    wait = options.Value.Lease / 3;
                }
                else
                {
                    var outcome = await poll.RunAsync(manifest, current, () => duty.HoldAsync(stopping), stopping);
                    failures = outcome.Error is null ? 0 : failures + 1;
                    wait = await LearnAsync(manifest, current, outcome, failures, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // The database is away, or an answer was stranger than foreseen: the feed goes on, at a slower pace.
                Log.PollBroken(logger, adapter, feed, exception);
                wait = Pause(current, ++failures, null);
            }

            await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await duty.ResignAsync();
    }

    private async Task<TimeSpan> LearnAsync(AdapterManifest manifest, Feed feed, PollOutcome outcome, int failures, CancellationToken stopping)
    {
        if (outcome.Tried)
        {
            await health.RecordAsync(manifest.Key, outcome.Error is null, outcome.Error, stopping);
        }

        if (outcome.Error is not { } error)
        {
            return feed.Interval;
        }

        Failures.Add(1, new TagList { { "adapter", manifest.Key }, { "feed", feed.Name }, { "error", error } });
        if (failures == 1)
        {
            Log.PollFailed(logger, manifest.Key, feed.Name, error);
        }

        return Pause(feed, failures, outcome.RetryAfter);
    }

    private static TimeSpan Pause(Feed feed, int failures, TimeSpan? retryAfter)
    {
        var start = Math.Max(feed.Interval.TotalMilliseconds, 500);
        var doubled = TimeSpan.FromMilliseconds(Math.Min(start * Math.Pow(2, Math.Min(failures - 1, 20)), Math.Max(LongestWait.TotalMilliseconds, start)));
        return retryAfter > doubled ? retryAfter.Value : doubled;
    }

    private static partial class Log
    {
        [LoggerMessage(3411, LogLevel.Warning, "Feed {Feed} of {Adapter} cannot be read: {Error}; trying again, further failures are not logged")]
        public static partial void PollFailed(ILogger logger, string adapter, string feed, string error);

        [LoggerMessage(3412, LogLevel.Error, "Feed {Feed} of {Adapter}: the poll broke off; trying again")]
        public static partial void PollBroken(ILogger logger, string adapter, string feed, Exception exception);
    }
}
