using System.Net.Http.Headers;
using MCU.Integration.Adapters.Attachments;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Adapters.Deliveries;

/// <summary>Makes the body of an upload step: the file is fetched if it is not here yet, and freed of metadata.</summary>
public sealed class UploadPreparer(IAttachmentFetcher fetcher, IBlobStore blobs)
{
    // A picture is filtered in memory; two at a time bound what that takes.
    private readonly SemaphoreSlim _filtering = new(2, 2);

    /// <param name="attachment">The hub's attachment id.</param>
    public async Task<PreparedUpload> PrepareAsync(Upload upload, string attachment, bool stripMetadata, CancellationToken cancellation)
    {
        if (!EntityId.TryParse<AttachmentId>(attachment, out var id))
        {
            return new(null, "unknown_attachment", Final: true);
        }

        var fetched = await fetcher.FetchAsync(id, cancellation);
        if (fetched is not { Row: { } row, BlobHash: { } hash })
        {
            return new(null, fetched.Problem ?? "unavailable", fetched.Final);
        }

        if (!stripMetadata || !await IsJpegAsync(hash, cancellation))
        {
            var size = row.Size ?? await SizeAsync(hash, cancellation);
            return new(() => Wrap(upload, row, new FileContent(blobs, hash, size)), null, Final: false);
        }

        await _filtering.WaitAsync(cancellation);
        try
        {
            var picture = await FilterAsync(hash, cancellation);
            return new(() => Wrap(upload, row, new ByteArrayContent(picture)), null, Final: false);
        }
        catch (InvalidDataException)
        {
            // What cannot be read cannot be cleaned, and an uncleaned photo may carry the citizen's home.
            return new(null, "unreadable_picture", Final: true);
        }
        finally
        {
            _filtering.Release();
        }
    }

    private static HttpContent Wrap(Upload upload, AttachmentRow row, HttpContent file)
    {
        file.Headers.ContentType = MediaTypeHeaderValue.TryParse(row.MediaType, out var type) ? type : new("application/octet-stream");
        if (upload.Field is not { } field)
        {
            return file;
        }

        return new MultipartFormDataContent { { file, field, row.Name.Length > 0 ? row.Name : "file" } };
    }

    private async Task<bool> IsJpegAsync(string hash, CancellationToken cancellation)
    {
        await using var file = await OpenAsync(hash, cancellation);
        var head = new byte[3];
        return await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation) == head.Length && JpegMetadataFilter.IsJpeg(head);
    }

    private async Task<byte[]> FilterAsync(string hash, CancellationToken cancellation)
    {
        await using var file = await OpenAsync(hash, cancellation);
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, cancellation);
        using var clean = new MemoryStream((int)whole.Length);
        JpegMetadataFilter.Filter(whole.GetBuffer().AsSpan(0, (int)whole.Length), clean);
        return clean.ToArray();
    }

    private async Task<long> SizeAsync(string hash, CancellationToken cancellation)
    {
        await using var file = await OpenAsync(hash, cancellation);
        var size = 0L;
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await file.ReadAsync(chunk, cancellation)) > 0)
        {
            size += read;
        }

        return size;
    }

    private async Task<Stream> OpenAsync(string hash, CancellationToken cancellation) =>
        await blobs.OpenAsync(hash, cancellation) ?? throw new IOException("The file is no longer stored.");
}
