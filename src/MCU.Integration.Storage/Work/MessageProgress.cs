using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Work;

/// <summary>
/// Counts a message's items down as they end: with the last of them it is processed, or dead when any of them died. The rows are locked first,
/// so the counting happens here and the ledger hears of each change.
/// </summary>
internal sealed class MessageProgress
{
    private static readonly Statement Guard = Statement.Select(
        "m.id, m.adapter, m.state, m.open_items, m.dead_items, m.reason_code, m.detail",
        "work_items t join messages m on m.id = t.message_id",
        string.Empty,
        "order by m.id",
        "m",
        Column.Id("id"));

    private static readonly Statement Save = Statement.Update(
        "messages",
        1,
        Column.Id("id"),
        Column.Text("state"),
        Column.Int("open_items"),
        Column.Int("dead_items"),
        Column.Instant("finished_at"),
        Column.Text("reason_code"),
        Column.Text("detail"));

    private readonly Dictionary<MessageId, Entry> _messages = [];
    private List<Entry> _read = [];

    /// <summary>Queues the locking look-up of the messages of these items; <see cref="Loaded"/> follows the flush.</summary>
    public void Load(HubSession session, IReadOnlyList<object?[]> itemIds) => _read = session.Read(Guard, itemIds, Read);

    public void Loaded()
    {
        foreach (var entry in _read)
        {
            _messages.TryAdd(entry.Id, entry);
        }
    }

    public void ItemDone(MessageId message, DateTimeOffset now)
    {
        if (_messages.TryGetValue(message, out var entry))
        {
            entry.Open--;
            entry.Settle(now);
        }
    }

    public void ItemDied(MessageId message, string reason, string? detail, DateTimeOffset now)
    {
        if (_messages.TryGetValue(message, out var entry))
        {
            entry.Open--;
            entry.Dead++;
            entry.Reason = reason;
            entry.Detail = detail;
            entry.Settle(now);
        }
    }

    public void WriteTo(HubSession session)
    {
        var changed = _messages.Values.Where(entry => entry.Changed).ToList();
        session.Write(Save, [.. changed.Select(entry => entry.Row())]);
        foreach (var entry in changed.Where(entry => entry.State != entry.Before))
        {
            session.Ledger.Move(entry.Adapter, entry.Before, entry.State);
        }
    }

    private static Entry Read(RowCursor row)
    {
        var id = row.Id<MessageId>();
        var adapter = row.Text();
        var state = row.Word<MessageState>();
        return new(id, adapter, state) { Open = row.Int(), Dead = row.Int(), Reason = row.TextOrNull(), Detail = row.TextOrNull() };
    }

    private sealed class Entry(MessageId id, string adapter, MessageState before)
    {
        private DateTimeOffset? _finishedAt;

        public MessageId Id { get; } = id;

        public string Adapter { get; } = adapter;

        public MessageState Before { get; } = before;

        public MessageState State { get; private set; } = before;

        public bool Changed { get; private set; }

        public int Open { get; set; }

        public int Dead { get; set; }

        public string? Reason { get; set; }

        public string? Detail { get; set; }

        public void Settle(DateTimeOffset now)
        {
            Changed = true;
            if (Open <= 0 && State == MessageState.Waiting)
            {
                State = Dead > 0 ? MessageState.Dead : MessageState.Processed;
                _finishedAt = now;
            }
        }

        public object?[] Row() => [Id.Value, EnumWord.Of(State), Open, Dead, _finishedAt, Reason, Detail];
    }
}
