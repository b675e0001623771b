using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ledger;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Ledger;

internal sealed class LedgerStore(HubDatabase database) : ILedger
{
    private const int MostFolded = 10_000;

    private static readonly Statement AddToBase = Statement.Insert(
        "ledger", 2, "on conflict (adapter, figure) do update set n = ledger.n + excluded.n", Column.Text("adapter"), Column.Text("figure"), Column.Long("n"));

    private static readonly Statement DeleteDelta = Statement.Delete("ledger_deltas", Column.Long("id"));

    public Task<IReadOnlyList<LedgerLine>> ReadAsync(CancellationToken cancellation) =>
        LinesAsync(
            """
            select adapter, figure, cast(sum(n) as bigint) from (
                select adapter, figure, n from ledger union all select adapter, figure, n from ledger_deltas) figures
            where adapter <> '' group by adapter, figure
            """,
            cancellation);

    // One statement reads one snapshot on both databases: what is committed while it counts changes neither side.
    public Task<IReadOnlyList<LedgerDifference>> CompareAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<LedgerDifference>>(
            async session => await session.QueryAsync(
                """
                select adapter, figure, cast(sum(kept) as bigint), cast(sum(counted) as bigint) from (
                    select adapter, figure, n as kept, 0 as counted from ledger
                    union all select adapter, figure, n, 0 from ledger_deltas
                    union all select adapter, 'message.' || state, 0, count(*) from messages where direction = 'in' group by adapter, state
                    union all select adapter, 'delivery.' || state, 0, count(*) from deliveries group by adapter, state
                    union all select @hub, 'case.' || status, 0, count(*) from cases group by status) figures
                group by adapter, figure having sum(kept) <> sum(counted) order by adapter, figure
                """,
                new { hub = LedgerFigure.Hub },
                row => new LedgerDifference(row.Text(), row.Text(), row.Long(), row.Long()),
                cancellation),
            cancellation);

    public Task<int> CompactAsync(CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                // Named rows, not "all up to an id": a transaction that commits late may hold a lower one.
                var deltas = await session.QueryAsync(
                    $"select id, adapter, figure, n from ledger_deltas order by id limit {MostFolded} {session.SkipLocked}",
                    null,
                    row => (Id: row.Long(), Adapter: row.Text(), Figure: row.Text(), N: row.Long()),
                    cancellation);
                session.Write(DeleteDelta, [.. deltas.Select(delta => new object?[] { delta.Id })]);
                session.Write(
                    AddToBase,
                    [.. deltas.GroupBy(delta => (delta.Adapter, delta.Figure)).OrderBy(group => group.Key).Select(group => new object?[] { group.Key.Adapter, group.Key.Figure, group.Sum(delta => delta.N) })]);
                return deltas.Count;
            },
            cancellation);

    private Task<IReadOnlyList<LedgerLine>> LinesAsync(string sql, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<LedgerLine>>(
            async session =>
            {
                var figures = await session.QueryAsync(sql, null, row => (Adapter: row.Text(), Figure: row.Text(), N: row.Long()), cancellation);
                return
                [
                    .. from figure in figures
                       group figure by figure.Adapter into adapter
                       let counts = adapter.ToDictionary(figure => figure.Figure, figure => figure.N)
                       where counts.Values.Any(n => n != 0)
                       orderby adapter.Key
                       select Line(adapter.Key, counts),
                ];
            },
            cancellation);

    private static LedgerLine Line(string adapter, Dictionary<string, long> counts)
    {
        var (rejected, processed) = (Of(MessageState.Rejected), Of(MessageState.Processed));
        var (waiting, dead) = (Of(MessageState.Waiting), Of(MessageState.Dead));
        var accepted = processed + waiting + dead;
        return new(
            adapter,
            rejected + accepted,
            rejected,
            accepted,
            processed,
            waiting,
            dead,
            Enum.GetValues<DeliveryState>().Sum(OfDelivery),
            OfDelivery(DeliveryState.Delivered),
            OfDelivery(DeliveryState.Refused),
            OfDelivery(DeliveryState.Superseded),
            OfDelivery(DeliveryState.Waiting),
            OfDelivery(DeliveryState.Held),
            OfDelivery(DeliveryState.Dead));

        long Of(MessageState state) => counts.GetValueOrDefault(LedgerFigure.Of(state));

        long OfDelivery(DeliveryState state) => counts.GetValueOrDefault(LedgerFigure.Of(state));
    }
}
