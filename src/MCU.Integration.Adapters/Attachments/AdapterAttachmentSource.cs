using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.Pipeline.Attachments;

namespace MCU.Integration.Adapters.Attachments;

/// <summary>Asks the adapter that holds a file for it, signed in as always.</summary>
public sealed class AdapterAttachmentSource(AdapterManifests manifests, AdapterClient client) : IAttachmentSource
{
    public async Task<AttachmentDownload> OpenAsync(AttachmentRow attachment, CancellationToken cancellation)
    {
        if (!manifests.TryGet(attachment.Adapter, out var manifest))
        {
            return AttachmentDownload.Unavailable("unknown_adapter", final: false);
        }

        var rule = manifest.Attachments;
        if (attachment.Size > rule.MaxSize)
        {
            return AttachmentDownload.Unavailable("too_large", final: true);
        }

        var request = rule.Path is { } path
            ? new AdapterRequest(HttpMethod.Get, path.Replace("{id}", Uri.EscapeDataString(attachment.ExternalId), StringComparison.Ordinal)) { Streamed = true }
            : new AdapterRequest(HttpMethod.Get, attachment.Url) { Streamed = true, Foreign = true };
        var answer = await client.SendAsync(manifest, request, cancellation);
        if (answer.Failure is { } failure)
        {
            return AttachmentDownload.Unavailable(answer.Error ?? "unavailable", failure == CallFailure.Impossible);
        }

        if (!answer.IsSuccess)
        {
            answer.Streamed?.Dispose();
            return AttachmentDownload.Unavailable($"status_{answer.Status}", IsFinal(answer.Status));
        }

        if (answer.Streamed!.Content.Headers.ContentLength > rule.MaxSize)
        {
            answer.Streamed.Dispose();
            return AttachmentDownload.Unavailable("too_large", final: true);
        }

        var stream = await answer.Streamed.Content.ReadAsStreamAsync(cancellation);
        return new(new ResponseStream(stream, answer.Streamed), null, Final: false, rule.MaxSize);
    }

    // 401 and 403 are about our credentials, not about the file; a redirect is never followed.
    private static bool IsFinal(int status) => status is >= 300 and < 500 and not (401 or 403 or 408 or 425 or 429);
}
