namespace MCU.Integration.Pipeline.Ledger;

/// <summary>Exact counts, kept in the transactions that change the states: reading them costs the same with ten million rows.</summary>
public interface ILedger
{
    Task<IReadOnlyList<LedgerLine>> ReadAsync(CancellationToken cancellation);

    /// <summary>Counts the rows themselves (slow) and names the figures that are not what the rows say, those of cases included; both from one snapshot.</summary>
    Task<IReadOnlyList<LedgerDifference>> CompareAsync(CancellationToken cancellation);

    /// <summary>Folds the deltas into the base rows; returns how many were folded.</summary>
    Task<int> CompactAsync(CancellationToken cancellation);
}
