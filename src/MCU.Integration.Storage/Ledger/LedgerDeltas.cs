using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Ledger;

/// <summary>
/// Changes of the ledger's figures inside one transaction. They are appended as rows instead of updating a counter row, which all writers would queue for.
/// A figure is the number of rows in one state.
/// </summary>
internal sealed class LedgerDeltas
{
    private static readonly Statement Append = Statement.Insert(
        "ledger_deltas", Column.Text("adapter"), Column.Text("figure"), Column.Long("n"));

    private readonly Dictionary<(string Adapter, string Figure), long> _deltas = [];

    public void Add(string adapter, MessageState state, int count = 1) => Add(adapter, LedgerFigure.Of(state), count);

    public void Add(string adapter, DeliveryState state, int count = 1) => Add(adapter, LedgerFigure.Of(state), count);

    public void Move(string adapter, MessageState from, MessageState to)
    {
        Add(adapter, from, -1);
        Add(adapter, to);
    }

    public void Move(string adapter, DeliveryState from, DeliveryState to, int count = 1)
    {
        Add(adapter, from, -count);
        Add(adapter, to, count);
    }

    /// <param name="from">Null for a case that is opened.</param>
    public void Move(MainStatus? from, MainStatus to)
    {
        if (from is { } left)
        {
            Add(LedgerFigure.Hub, LedgerFigure.Of(left), -1);
        }

        Add(LedgerFigure.Hub, LedgerFigure.Of(to), 1);
    }

    public void WriteTo(HubSession session)
    {
        session.Write(Append, [.. _deltas.Where(delta => delta.Value != 0).Select(delta => new object?[] { delta.Key.Adapter, delta.Key.Figure, delta.Value })]);
        _deltas.Clear();
    }

    private void Add(string adapter, string figure, long count) =>
        _deltas[(adapter, figure)] = _deltas.GetValueOrDefault((adapter, figure)) + count;
}
