namespace MCU.Integration.Pipeline.Ledger;

/// <summary>The figures of one adapter, or of all. They always add up: received = rejected + accepted; accepted = processed + waiting + dead; created = the sum of the delivery states.</summary>
public sealed record LedgerLine(
    string Adapter,
    long Received,
    long Rejected,
    long Accepted,
    long Processed,
    long Waiting,
    long Dead,
    long DeliveriesCreated,
    long Delivered,
    long Refused,
    long Superseded,
    long DeliveriesWaiting,
    long Held,
    long DeliveriesDead);
