using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Paging;

namespace MCU.Integration.Storage.Audit;

internal sealed class AuditLog(HubDatabase database) : IAuditLog
{
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellation) =>
        database.WriteAsync(
            session =>
            {
                AuditSql.Write(session, entry);
                return Task.CompletedTask;
            },
            cancellation);

    public Task<Page<AuditEntry>> ListAsync(string? actor, string? action, PageRequest page, CancellationToken cancellation)
    {
        var query = new ListQuery().And("actor = @actor", "actor", actor).And("action = @action", "action", action);
        return database.ReadAsync(
            session => query.PageAsync(
                session,
                "select id, at, actor, action, target, detail from audit",
                "at",
                "id",
                page,
                row => new AuditEntry(row.Guid(), row.Instant(), row.Text(), row.Text(), row.TextOrNull(), row.TextOrNull()),
                entry => new(entry.At, entry.Id),
                cancellation),
            cancellation);
    }
}
