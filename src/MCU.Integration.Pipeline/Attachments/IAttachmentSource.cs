namespace MCU.Integration.Pipeline.Attachments;

/// <summary>Fetches files from the outside systems that hold them; implemented in the adapters' room.</summary>
public interface IAttachmentSource
{
    Task<AttachmentDownload> OpenAsync(AttachmentRow attachment, CancellationToken cancellation);
}
