using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>Keeps the health figures of adapters; changes are written at once, repetitions now and then, since every request has one.</summary>
public sealed partial class AdapterHealth(IAdapterConnectionStore store, TimeProvider time, ILogger<AdapterHealth> logger)
{
    /// <summary>How often an unchanged state is written.</summary>
    public static readonly TimeSpan Repeat = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (bool Success, string? Failure, long At)> _last = new(StringComparer.Ordinal);

    /// <param name="failure">Stable code; null after a success.</param>
    public async Task RecordAsync(string adapter, bool success, string? failure, CancellationToken cancellation)
    {
        if (_last.TryGetValue(adapter, out var last) && last.Success == success && last.Failure == failure && time.GetElapsedTime(last.At) < Repeat)
        {
            return;
        }

        _last[adapter] = (success, failure, time.GetTimestamp());
        try
        {
            await store.RecordHealthAsync(adapter, success, failure, time.GetUtcNow(), cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A figure for people; the work that it is about goes on.
            Log.NotRecorded(logger, adapter, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2301, LogLevel.Warning, "The health of adapter {Adapter} could not be recorded")]
        public static partial void NotRecorded(ILogger logger, string adapter, Exception exception);
    }
}
