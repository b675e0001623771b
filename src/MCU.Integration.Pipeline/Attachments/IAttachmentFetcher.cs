using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Attachments;

public interface IAttachmentFetcher
{
    /// <summary>Returns when the file lies durably in the blob store, or says why it cannot be had. A file is fetched once.</summary>
    Task<AttachmentFetch> FetchAsync(AttachmentId id, CancellationToken cancellation);
}
