namespace MCU.Integration.Pipeline.Ledger;

/// <summary>A line whose kept figures are not what the rows say; null = no such line.</summary>
public sealed record LedgerDifference(string Adapter, LedgerLine? Kept, LedgerLine? Counted);
