using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Attachments;

internal sealed class AttachmentStore(HubDatabase database) : IAttachmentStore
{
    private const string Select =
        "select id, case_id, adapter, external_id, url, name, media_type, size, sha256, blob_hash, problem, created_at from attachments";

    public Task<AttachmentRow?> FindAsync(AttachmentId id, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"{Select} where id = @id", new { id }, Read, cancellation), cancellation);

    public Task<AttachmentRow?> FindAsync(string adapter, string externalId, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync($"{Select} where adapter = @adapter and external_id = @externalId", new { adapter, externalId }, Read, cancellation),
            cancellation);

    public Task<IReadOnlyList<AttachmentRow>> OfCaseAsync(CaseId caseId, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<AttachmentRow>>(
            async session => await session.QueryAsync($"{Select} where case_id = @caseId order by id", new { caseId }, Read, cancellation), cancellation);

    public Task SetFetchedAsync(AttachmentId id, string blobHash, long size, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "update attachments set blob_hash = @blobHash, size = @size, problem = null where id = @id", new { id, blobHash, size }, cancellation),
            cancellation);

    public Task SetProblemAsync(AttachmentId id, string problem, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync("update attachments set problem = @problem where id = @id", new { id, problem }, cancellation), cancellation);

    private static AttachmentRow Read(RowCursor row) => new(
        row.Id<AttachmentId>(),
        row.Id<CaseId>(),
        row.Text(),
        row.Text(),
        row.Text(),
        row.Text(),
        row.Text(),
        row.LongOrNull(),
        row.TextOrNull(),
        row.TextOrNull(),
        row.TextOrNull(),
        row.Instant());
}
