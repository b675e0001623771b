using MCU.Integration.Pipeline.Ledger;

namespace MCU.Integration.Console.Pages.Overview;

/// <summary>Sums of ledger lines, and whether a line adds up (promise 1).</summary>
public static class LedgerSum
{
    public static LedgerLine Empty(string adapter) => new(adapter, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static LedgerLine Of(IEnumerable<LedgerLine> lines) => lines.Aggregate(Empty(""), (sum, line) => new(
        "",
        sum.Received + line.Received,
        sum.Rejected + line.Rejected,
        sum.Accepted + line.Accepted,
        sum.Processed + line.Processed,
        sum.Waiting + line.Waiting,
        sum.Dead + line.Dead,
        sum.DeliveriesCreated + line.DeliveriesCreated,
        sum.Delivered + line.Delivered,
        sum.Refused + line.Refused,
        sum.Superseded + line.Superseded,
        sum.DeliveriesWaiting + line.DeliveriesWaiting,
        sum.Held + line.Held,
        sum.DeliveriesDead + line.DeliveriesDead));

    public static bool IntakeAddsUp(LedgerLine line) =>
        line.Received == line.Rejected + line.Accepted && line.Accepted == line.Processed + line.Waiting + line.Dead;

    public static bool DeliveriesAddUp(LedgerLine line) =>
        line.DeliveriesCreated == line.Delivered + line.Refused + line.Superseded + line.DeliveriesWaiting + line.Held + line.DeliveriesDead;
}
