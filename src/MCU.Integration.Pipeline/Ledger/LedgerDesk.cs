using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Pipeline.Ledger;

/// <summary>The figures of promise 1, for those who may see messages; a vendor sees its own adapters.</summary>
public sealed class LedgerDesk(ILedger ledger)
{
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(Actor actor, CancellationToken cancellation) =>
        Within(actor, await ledger.ReadAsync(cancellation));

    /// <summary>Counts the rows themselves and names every figure that differs.</summary>
    public Task<IReadOnlyList<LedgerDifference>> VerifyAsync(Actor actor, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.SeeMessages);
        return ledger.CompareAsync(cancellation);
    }

    private static List<LedgerLine> Within(Actor actor, IEnumerable<LedgerLine> lines)
    {
        actor.Demand(Right.SeeMessages);
        return [.. lines.Where(line => actor.May(Right.SeeMessages, line.Adapter))];
    }
}
