using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Pipeline.Ledger;

/// <summary>The figures of promise 1, for those who may see messages; a vendor sees its own adapters.</summary>
public sealed class LedgerDesk(ILedger ledger)
{
    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(Actor actor, CancellationToken cancellation) =>
        Within(actor, await ledger.ReadAsync(cancellation));

    /// <summary>Counts the rows themselves and names every line in which the kept figures differ.</summary>
    public async Task<IReadOnlyList<LedgerDifference>> VerifyAsync(Actor actor, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.SeeMessages);
        var kept = (await ledger.ReadAsync(cancellation)).ToDictionary(line => line.Adapter);
        var counted = (await ledger.RecountAsync(cancellation)).ToDictionary(line => line.Adapter);
        return [.. kept.Keys.Union(counted.Keys).Order(StringComparer.Ordinal)
            .Select(adapter => new LedgerDifference(adapter, kept.GetValueOrDefault(adapter), counted.GetValueOrDefault(adapter)))
            .Where(difference => difference.Kept != difference.Counted)];
    }

    private static List<LedgerLine> Within(Actor actor, IEnumerable<LedgerLine> lines)
    {
        actor.Demand(Right.SeeMessages);
        return [.. lines.Where(line => actor.May(Right.SeeMessages, line.Adapter))];
    }
}
