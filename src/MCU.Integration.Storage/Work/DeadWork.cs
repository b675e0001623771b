using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Paging;

namespace MCU.Integration.Storage.Work;

internal sealed class DeadWork(HubDatabase database) : IDeadWork
{
    public Task<Page<DeadWorkItem>> ListAsync(PageRequest page, CancellationToken cancellation) =>
        database.ReadAsync(
            session => new ListQuery().And("t.state = 'dead'").And("t.message_id is null").PageAsync(
                session,
                "select t.id, t.kind, t.instance_id, t.definition_version_id, t.correlation_id, t.attempts, t.created_at, t.reason_code, t.detail from work_items t",
                "t.created_at",
                "t.id",
                page,
                row => new DeadWorkItem(
                    row.Id<WorkItemId>(), row.Word<WorkKind>(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Int(), row.Instant(), row.TextOrNull(), row.TextOrNull()),
                item => new(item.CreatedAt, item.Id.Value),
                cancellation),
            cancellation);

    public Task<bool> ReplayAsync(WorkItemId id, DateTimeOffset now, CancellationToken cancellation, AuditEntry? audit = null) =>
        database.WriteAsync(
            async session =>
            {
                var waits = await session.ExecuteAsync(
                    "update work_items set state = 'ready', due_at = @now, attempts = 0, reason_code = null, detail = null where id = @id and state = 'dead' and message_id is null",
                    new { id, now },
                    cancellation) > 0;
                AuditSql.Write(session, waits ? audit : null);
                return waits;
            },
            cancellation);
}
