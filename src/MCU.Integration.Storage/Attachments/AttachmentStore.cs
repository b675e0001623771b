using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Attachments;

internal sealed class AttachmentStore(HubDatabase database, ISealer sealer) : IAttachmentStore
{
    private const string Columns =
        "t.id, t.submission_id, t.case_id, t.adapter, t.external_id, t.key_id, t.cipher, t.media_type, t.size, t.sha256, t.blob_hash, t.problem, t.created_at";

    private static readonly Statement BySubmission = Statement.Select(Columns, "attachments t", string.Empty, string.Empty, null, Column.Id("submission_id"));

    private static readonly Statement ByCase = Statement.Select(Columns, "attachments t", string.Empty, string.Empty, null, Column.Id("case_id"));

    private readonly GatheredReads<SubmissionId, AttachmentRow> _bySubmission = new(
        database, BySubmission, id => [id.Value], row => Read(row, sealer), row => row.SubmissionId.GetValueOrDefault());

    private readonly GatheredReads<CaseId, AttachmentRow> _byCase = new(database, ByCase, id => [id.Value], row => Read(row, sealer), row => row.CaseId.GetValueOrDefault());

    public Task<AttachmentRow?> FindAsync(AttachmentId id, CancellationToken cancellation) =>
        database.ReadAsync(session => session.FirstAsync($"select {Columns} from attachments t where t.id = @id", new { id }, row => Read(row, sealer), cancellation), cancellation);

    public async Task<IReadOnlyList<AttachmentRow>> OfCaseAsync(CaseId caseId, SubmissionId submissionId, CancellationToken cancellation)
    {
        var (shared, own) = (_bySubmission.OfAsync(submissionId, cancellation), _byCase.OfAsync(caseId, cancellation));
        return [.. (await shared).Concat(await own).OrderBy(row => row.Id.Value)];
    }

    public Task SetFetchedAsync(AttachmentId id, string blobHash, long size, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "update attachments set blob_hash = @blobHash, size = @size, problem = null where id = @id", new { id, blobHash, size }, cancellation),
            cancellation);

    public Task SetProblemAsync(AttachmentId id, string problem, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecuteAsync("update attachments set problem = @problem where id = @id", new { id, problem }, cancellation), cancellation);

    private static AttachmentRow Read(RowCursor row, ISealer sealer)
    {
        var id = row.Id<AttachmentId>();
        var (submission, @case, adapter, external) = (row.IdOrNull<SubmissionId>(), row.IdOrNull<CaseId>(), row.Text(), row.Text());
        var (url, name) = AttachmentDetails.Open(sealer, id, row.SealedOrNull());
        return new(
            id,
            submission,
            @case,
            adapter,
            external,
            url,
            name,
            row.Text(),
            row.LongOrNull(),
            row.TextOrNull(),
            row.TextOrNull(),
            row.TextOrNull(),
            row.Instant());
    }
}
