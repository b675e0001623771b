using Coravel.Invocable;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.Hub.Schedules;

/// <summary>Folds the ledger's deltas into its base and places changes in the feed, so that reading both stays cheap; both stay exact either way.</summary>
internal sealed class LedgerCompaction(LeaderRun leader, ILedger ledger, IChangeFeed changes) : IInvocable
{
    public Task Invoke() => leader.RunAsync(nameof(LedgerCompaction), async stopping =>
    {
        await ledger.CompactAsync(stopping);
        await changes.PlaceAsync(stopping);
    });
}
