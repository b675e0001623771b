using System.Net;
using MCU.Integration.Pipeline.Attachments;

namespace MCU.Integration.Adapters.Deliveries;

/// <summary>A stored file as a request body of known length; read from the blob store while it is sent.</summary>
internal sealed class FileContent(IBlobStore blobs, string hash, long size) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var file = await blobs.OpenAsync(hash, cancellationToken) ?? throw new IOException("The file is no longer stored.");
        await file.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return true;
    }
}
