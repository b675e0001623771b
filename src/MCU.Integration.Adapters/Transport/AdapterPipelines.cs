using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using MCU.Integration.Adapters.Manifests;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MCU.Integration.Adapters.Transport;

/// <summary>
/// One resilience pipeline per adapter: rate, concurrency, breaker, attempt timeout. Retries are not among them: those are the database's,
/// which survives a restart and keeps the order.
/// </summary>
public sealed partial class AdapterPipelines(IOptions<OutboundOptions> options, TimeProvider time, ILogger<AdapterPipelines> logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Lock _buildLock = new();

    /// <summary>The adapter's pipeline; built anew when the manifest's figures changed.</summary>
    public ResiliencePipeline<HttpResponseMessage> For(AdapterManifest manifest)
    {
        var figures = new Figures(manifest.DeliveryPolicy.Concurrency, manifest.DeliveryPolicy.AttemptTimeout, manifest.RatePerSecond);
        if (_entries.TryGetValue(manifest.Key, out var known) && known.Figures == figures)
        {
            return known.Pipeline;
        }

        lock (_buildLock)
        {
            if (_entries.TryGetValue(manifest.Key, out known) && known.Figures == figures)
            {
                return known.Pipeline;
            }

            var entry = Build(manifest.Key, figures);
            _entries[manifest.Key] = entry;

            // The limiter of the replaced pipeline may still be in use; it holds nothing but memory and is left to the collector.
            return entry.Pipeline;
        }
    }

    /// <summary>How long the adapter's breaker stays open; null when it is closed.</summary>
    public TimeSpan? OpenFor(string adapter) =>
        _entries.TryGetValue(adapter, out var entry) && entry.Breaker.CircuitState is CircuitState.Open or CircuitState.Isolated
            ? TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, entry.OpenUntil - time.GetUtcNow().Ticks))
            : null;

    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Limiter?.Dispose();
        }
    }

    private Entry Build(string adapter, Figures figures)
    {
        var entry = new Entry { Figures = figures };
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { Name = adapter, TimeProvider = time };
        if (figures.RatePerSecond is { } rate)
        {
            var limiter = new TokenBucketRateLimiter(new()
            {
                TokenLimit = rate,
                TokensPerPeriod = rate,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 4 * figures.Concurrency,
            });
            entry.Limiter = limiter;
            builder.AddRateLimiter(new HttpRateLimiterStrategyOptions { RateLimiter = args => limiter.AcquireAsync(1, args.Context.CancellationToken) });
        }

        // Polls, tokens and attachments share the connection with the deliveries that the sender counts itself.
        builder.AddConcurrencyLimiter(figures.Concurrency + 4, 10_000);
        builder.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            MinimumThroughput = options.Value.BreakerMinimumRequests,
            FailureRatio = options.Value.BreakerFailureRatio,
            SamplingDuration = options.Value.BreakerWindow,
            BreakDuration = options.Value.BreakerPause,
            StateProvider = entry.Breaker,
            ShouldHandle = args => ValueTask.FromResult(IsFailureOfTheSystem(args.Outcome)),
            OnOpened = args =>
            {
                entry.OpenUntil = (time.GetUtcNow() + args.BreakDuration).Ticks;
                Log.BreakerOpened(logger, adapter, args.BreakDuration);
                return default;
            },
            OnClosed = _ =>
            {
                Log.BreakerClosed(logger, adapter);
                return default;
            },
        });
        builder.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = figures.AttemptTimeout });
        entry.Pipeline = builder.Build();
        return entry;
    }

    // 4xx answers say something about the request, 429 is its own kind of pause: none means that the system is down.
    private static bool IsFailureOfTheSystem(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception switch
        {
            null => (int)outcome.Result!.StatusCode >= 500,
            AddressRefusedException or ResponseTooLargeException => false,
            HttpRequestException or TimeoutRejectedException or IOException => true,
            _ => false,
        };

    private sealed record Figures(int Concurrency, TimeSpan AttemptTimeout, int? RatePerSecond);

    private sealed class Entry
    {
        private long _openUntil;

        public required Figures Figures { get; init; }

        public ResiliencePipeline<HttpResponseMessage> Pipeline { get; set; } = ResiliencePipeline<HttpResponseMessage>.Empty;

        public CircuitBreakerStateProvider Breaker { get; } = new();

        public RateLimiter? Limiter { get; set; }

        /// <summary>UTC ticks, written by one thread while others read.</summary>
        public long OpenUntil
        {
            get => Volatile.Read(ref _openUntil);
            set => Volatile.Write(ref _openUntil, value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3201, LogLevel.Warning, "Adapter {Adapter} fails too often: it is left alone for {Pause}")]
        public static partial void BreakerOpened(ILogger logger, string adapter, TimeSpan pause);

        [LoggerMessage(3202, LogLevel.Information, "Adapter {Adapter} answers again")]
        public static partial void BreakerClosed(ILogger logger, string adapter);
    }
}
