using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Attachments;

internal sealed class AttachmentStore(HubDatabase database) : IAttachmentStore
{
    private const string Columns = "t.id, t.case_id, t.adapter, t.external_id, t.url, t.name, t.media_type, t.size, t.sha256, t.blob_hash, t.problem, t.created_at";

    private static readonly Statement BySource = Statement.Select(
        Columns, "attachments t", string.Empty, string.Empty, null, Column.Text("adapter"), Column.Text("external_id"));

    private static readonly Statement ByCase = Statement.Select(Columns, "attachments t", string.Empty, "order by t.id", null, Column.Id("case_id"));

    private readonly GatheredReads<(string Adapter, string ExternalId), AttachmentRow> _bySource = new(
        database, BySource, key => [key.Adapter, key.ExternalId], Read, row => (row.Adapter, row.ExternalId));

    private readonly GatheredReads<CaseId, AttachmentRow> _byCase = new(database, ByCase, id => [id.Value], Read, row => row.CaseId);

    public Task<AttachmentRow?> FindAsync(AttachmentId id, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"select {Columns} from attachments t where t.id = @id", new { id }, Read, cancellation), cancellation);

    public async Task<AttachmentRow?> FindAsync(string adapter, string externalId, CancellationToken cancellation) =>
        (await _bySource.OfAsync((adapter, externalId), cancellation)).FirstOrDefault();

    public Task<IReadOnlyList<AttachmentRow>> OfCaseAsync(CaseId caseId, CancellationToken cancellation) => _byCase.OfAsync(caseId, cancellation);

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
