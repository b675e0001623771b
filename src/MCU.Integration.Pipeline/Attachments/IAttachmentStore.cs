using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Attachments;

public interface IAttachmentStore
{
    Task<AttachmentRow?> FindAsync(AttachmentId id, CancellationToken cancellation);

    /// <summary>Files of a case and of the submission that it came from, oldest first.</summary>
    Task<IReadOnlyList<AttachmentRow>> OfCaseAsync(CaseId caseId, SubmissionId submissionId, CancellationToken cancellation);

    Task SetFetchedAsync(AttachmentId id, string blobHash, long size, CancellationToken cancellation);

    Task SetProblemAsync(AttachmentId id, string problem, CancellationToken cancellation);
}
