using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Attachments;

public interface IAttachmentStore
{
    Task<AttachmentRow?> FindAsync(AttachmentId id, CancellationToken cancellation);

    Task<AttachmentRow?> FindAsync(string adapter, string externalId, CancellationToken cancellation);

    Task<IReadOnlyList<AttachmentRow>> OfCaseAsync(CaseId caseId, CancellationToken cancellation);

    Task SetFetchedAsync(AttachmentId id, string blobHash, long size, CancellationToken cancellation);

    Task SetProblemAsync(AttachmentId id, string problem, CancellationToken cancellation);
}
