namespace MCU.Integration.Pipeline.Ledger;

/// <summary>A kept figure that is not what the rows say.</summary>
/// <param name="Adapter">Empty for figures of the whole hub: its cases.</param>
/// <param name="Figure">What is counted and in which state: <c>message.waiting</c>, <c>delivery.held</c>, <c>case.routed</c>.</param>
public sealed record LedgerDifference(string Adapter, string Figure, long Kept, long Counted);
