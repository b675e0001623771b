using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Storage.Statements;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.Messages;

internal sealed class IntakeStore(HubDatabase database, BookmarkHashes hashes, UuidV7Source ids, IWakeUp wakeUp) : IIntakeStore
{
    private const int MaxRaces = 10;
    private const string NoRoute = "no_route";

    private static readonly Statement Known = Statement.Select(
        "t.adapter, t.document_type, t.dedup_key, t.id, t.content_hash",
        "messages t",
        "and t.state <> 'rejected'",
        string.Empty,
        null,
        Column.Text("adapter"),
        Column.Text("document_type"),
        Column.Text("dedup_key"));

    private static readonly Statement ActiveSet = Statement.Select("t.value", "hub_state t", string.Empty, string.Empty, null, Column.Text("name"));

    private static readonly Statement SaveWatermark = Statement.Insert(
        "watermarks",
        2,
        "on conflict (adapter, feed) do update set cursor = excluded.cursor, polled_at = excluded.polled_at",
        Column.Text("adapter"),
        Column.Text("feed"),
        Column.Text("cursor"),
        Column.Instant("polled_at"));

    private readonly ResumeItems _resumes = new(ids);

    public async Task<IReadOnlyList<AcceptanceResult>> AcceptAsync(IReadOnlyList<Acceptance> batch, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            try
            {
                var (results, work) = await database.WriteAsync(session => AcceptAsync(session, batch, cancellation), cancellation);
                if (work)
                {
                    wakeUp.Signal(WakeUpChannel.Work);
                }

                return results;
            }
            catch (UniqueViolationException) when (race < MaxRaces)
            {
                // Another transaction stored one of the keys meanwhile; the next round sees it.
            }
        }
    }

    public Task<Watermark?> WatermarkAsync(string adapter, string feed, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync(
                "select adapter, feed, cursor, polled_at from watermarks where adapter = @adapter and feed = @feed",
                new { adapter, feed },
                row => new Watermark(row.Text(), row.Text(), row.Text(), row.Instant()),
                cancellation),
            cancellation);

    public Task SaveWatermarkAsync(Watermark watermark, CancellationToken cancellation) =>
        database.WriteAsync(
            session =>
            {
                session.Write(SaveWatermark, [Row(watermark)]);
                return Task.CompletedTask;
            },
            cancellation);

    private async Task<(IReadOnlyList<AcceptanceResult> Results, bool Work)> AcceptAsync(HubSession session, IReadOnlyList<Acceptance> batch, CancellationToken cancellation)
    {
        session.Lock(AdvisoryLocks.ActiveSet, shared: true);
        var active = session.Read(ActiveSet, [["active_set"]], row => row.Long());
        var known = session.Read(Known, [.. batch.Select(entry => KeyRow(entry.Message))], ReadKnown);
        var bookmarks = WaitingBookmarks.Find(session, hashes, batch.SelectMany(entry => entry.StimulusHashes).Select(Heard));
        await session.FlushAsync(cancellation);

        var judge = new IntakeJudge(active[0], known);
        var rows = new AcceptedRows();
        var results = batch.Select(entry =>
        {
            var verdict = judge.Judge(entry);
            if (verdict.Kind == AcceptanceKind.Stored)
            {
                Store(entry, bookmarks, rows, session);
            }

            return verdict;
        }).ToList();

        session.Write(MessageSql.Insert, rows.Messages);
        session.Write(MessageSql.SaveBody, rows.Bodies);
        session.Write(WorkSql.Insert, rows.Items);
        if (!judge.ActiveSetChanged)
        {
            // Otherwise a page whose documents come again would already count as read. A reused key is kept by a second commit, which takes the watermark along.
            session.Write(
                SaveWatermark,
                [.. batch.Where((_, i) => results[i].Kind != AcceptanceKind.KeyReused).Select(entry => entry.Watermark).OfType<Watermark>().Select(Row)]);
        }

        return (results, rows.Items.Count > 0);
    }

    // Whoever waits for the document hears of it.
    private static Stimulus Heard(string hash) => new(string.Empty, hash, null);

    private void Store(Acceptance entry, WaitingBookmarks waiting, AcceptedRows rows, HubSession session)
    {
        var message = entry.Message;
        var items = new List<NewWorkItem>(entry.Items);
        if (message.State == MessageState.Waiting)
        {
            var bookmarks = entry.StimulusHashes.Distinct().SelectMany(hash => waiting.Of(Heard(hash))).DistinctBy(bookmark => bookmark.Id);
            items.AddRange(bookmarks.Select(bookmark => _resumes.Make(bookmark, WorkKind.ResumeInstance, message.Id, null, message.ReceivedAt)));
        }

        var unrouted = message.State == MessageState.Waiting && items.Count == 0;
        var state = unrouted ? MessageState.Dead : message.State;
        rows.Messages.Add(MessageSql.Row(message, state, unrouted ? NoRoute : message.ReasonCode, items.Count));
        rows.Bodies.Add(MessageSql.BodyRow(message.Id, BodyPart.Raw, message.Body));
        rows.Items.AddRange(items.Select(WorkSql.Row));
        session.Ledger.Add(message.Adapter, state);
    }

    private static object?[] KeyRow(NewMessage message) => [message.Adapter, message.DocumentType, message.DedupKey];

    private static object?[] Row(Watermark watermark) => [watermark.Adapter, watermark.Feed, watermark.Cursor, watermark.PolledAt];

    private static KnownMessage ReadKnown(RowCursor row) => new((row.Text(), row.Text(), row.Text()), row.Id<MessageId>(), row.Text());

    private sealed class AcceptedRows
    {
        public List<object?[]> Messages { get; } = [];

        public List<object?[]> Bodies { get; } = [];

        public List<object?[]> Items { get; } = [];
    }
}
