using Coravel.Invocable;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.Hub.Schedules;

/// <summary>Folds the ledger's deltas into its base and places changes in the feed, so that reading both stays cheap.</summary>
internal sealed partial class LedgerCompaction(LeaderDuty duty, ILedger ledger, IChangeFeed changes, IHostApplicationLifetime lifetime, ILogger<LedgerCompaction> logger) : IInvocable
{
    public async Task Invoke()
    {
        var stopping = lifetime.ApplicationStopping;
        try
        {
            if (await duty.HoldAsync(stopping))
            {
                await ledger.CompactAsync(stopping);
                await changes.PlaceAsync(stopping);
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
        [LoggerMessage(5301, LogLevel.Warning, "The ledger and the feed of changes could not be compacted; both stay exact")]
        public static partial void CompactionFailed(ILogger logger, Exception exception);
    }
}
