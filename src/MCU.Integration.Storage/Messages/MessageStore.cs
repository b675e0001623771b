using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Paging;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.Messages;

internal sealed class MessageStore(HubDatabase database, IWakeUp wakeUp) : IMessageStore
{
    public Task<MessageRow?> FindAsync(MessageId id, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync($"select {MessageSql.ShownColumns} from messages t where t.id = @id", new { id }, MessageSql.ReadShown, cancellation),
            cancellation);

    public Task<IReadOnlyList<(MessageRow Row, SealedBody Raw)>> LoadAsync(IReadOnlyCollection<MessageId> ids, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<(MessageRow, SealedBody)>>(
            async session =>
            {
                var rows = session.Read(MessageSql.LoadRaw, [.. ids.Select(id => new object?[] { id.Value })], row => (MessageSql.Read(row), row.Sealed()));
                await session.FlushAsync(cancellation);
                return rows;
            },
            cancellation);

    public Task<SealedBody?> BodyAsync(MessageId id, BodyPart part, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync(
                "select key_id, cipher from message_bodies where message_id = @id and part = @part",
                new { id, part = EnumWord.Of(part) },
                row => row.Sealed(),
                cancellation),
            cancellation);

    public Task<Page<MessageRow>> ListAsync(MessageFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var query = new ListQuery()
            .And("t.adapter = @adapter", "adapter", filter.Adapter)
            .And("t.direction = @direction", "direction", filter.Direction is { } direction ? EnumWord.Of(direction) : null)
            .And("t.document_type = @type", "type", filter.DocumentType)
            .And("t.id in (select message_id from message_cases where case_id = @case)", "case", filter.CaseId)
            .And("t.received_at >= @from", "from", filter.ReceivedFrom)
            .And("t.received_at < @before", "before", filter.ReceivedBefore);
        if (filter.State is { } state)
        {
            // The word stands in the text, so that the partial index of unfinished and failed rows is used.
            query.And($"t.state = '{EnumWord.Of(state)}'");
        }

        return database.ReadAsync(
            session => query.PageAsync(
                session,
                $"select {MessageSql.ShownColumns} from messages t",
                "t.received_at",
                "t.id",
                page,
                MessageSql.ReadShown,
                row => new(row.ReceivedAt, row.Id.Value),
                cancellation),
            cancellation);
    }

    public Task<IReadOnlyList<MessageRate>> RatesAsync(DateTimeOffset since, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<MessageRate>>(
            async session =>
            {
                var minute = session.Provider == StorageProvider.Postgres ? "date_trunc('minute', received_at)" : "received_at / 60000000 * 60000000";
                return await session.QueryAsync(
                    $"select {minute} as minute, adapter, direction, cast(count(*) as integer) from messages where received_at >= @since group by 1, 2, 3 order by 1, 2, 3",
                    new { since },
                    row => new MessageRate(row.Instant(), row.Text(), row.Word<MessageDirection>(), row.Int()),
                    cancellation);
            },
            cancellation);

    public async Task<bool> ReplayAsync(MessageId id, IReadOnlyList<NewWorkItem> newItems, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null)
    {
        var replayed = await database.WriteAsync(
            async session =>
            {
                var waits = await ReplayAsync(session, id, newItems, now, cancellation);
                AuditSql.Write(session, waits ? audit : null);
                return waits;
            },
            cancellation);
        if (replayed)
        {
            wakeUp.Signal(WakeUpChannel.Work);
        }

        return replayed;
    }

    private static async Task<bool> ReplayAsync(HubSession session, MessageId id, IReadOnlyList<NewWorkItem> newItems, DateTimeOffset now, CancellationToken cancellation)
    {
        var adapter = await session.FirstAsync($"select adapter from messages where id = @id and state = 'dead' {session.ForUpdate}", new { id }, row => row.Text(), cancellation);
        if (adapter is null)
        {
            return false;
        }

        var open = await session.ExecuteAsync(
            "update work_items set state = 'ready', due_at = @now, attempts = 0, reason_code = null, detail = null where message_id = @id and state = 'dead'",
            new { id, now },
            cancellation);
        if (open == 0)
        {
            open = newItems.Count;
            session.Write(WorkSql.Insert, [.. newItems.Select(WorkSql.Row)]);
        }

        if (open == 0)
        {
            return false;
        }

        await session.ExecuteAsync(
            "update messages set state = 'waiting', open_items = @open, dead_items = 0, finished_at = null, reason_code = null, detail = null where id = @id",
            new { id, open },
            cancellation);
        session.Ledger.Move(adapter, MessageState.Dead, MessageState.Waiting);
        return true;
    }
}
