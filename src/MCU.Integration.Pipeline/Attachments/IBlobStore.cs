namespace MCU.Integration.Pipeline.Attachments;

/// <summary>Content-addressed, sealed files. Address = SHA-256 of the plain content, lower-case hex.</summary>
public interface IBlobStore
{
    /// <summary>Stores the stream durably and returns its address and size; the same content is stored once.</summary>
    /// <exception cref="BlobTooLargeException">More than <paramref name="maxBytes"/> came; nothing is kept.</exception>
    Task<(string Hash, long Size)> PutAsync(Stream content, long maxBytes, CancellationToken cancellation);

    /// <summary>Null when there is no such blob.</summary>
    Task<Stream?> OpenAsync(string hash, CancellationToken cancellation);

    /// <summary>Deletes a blob; one that is not there is deleted already.</summary>
    Task DeleteAsync(string hash, CancellationToken cancellation);
}
