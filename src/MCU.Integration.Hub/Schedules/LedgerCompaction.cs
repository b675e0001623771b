using Coravel.Invocable;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.Hub.Schedules;

/// <summary>Folds the ledger's deltas into its base, so that reading it stays cheap.</summary>
internal sealed partial class LedgerCompaction(LeaderDuty duty, ILedger ledger, IHostApplicationLifetime lifetime, ILogger<LedgerCompaction> logger) : IInvocable
{
    public async Task Invoke()
    {
        var stopping = lifetime.ApplicationStopping;
        try
        {
            if (await duty.HoldAsync(stopping))
            {
                await ledger.CompactAsync(stopping);
            }
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.CompactionFailed(logger, exception);
        }
        catch (OperationCanceledException)
        {
            // The hub stops.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5301, LogLevel.Warning, "The ledger could not be compacted; its figures stay exact")]
        public static partial void CompactionFailed(ILogger logger, Exception exception);
    }
}
