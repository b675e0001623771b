using MCU.Integration.Adapters.Connections;
using MCU.Integration.Adapters.Manifests;

namespace MCU.Integration.Adapters.Inbound;

/// <summary>Checks documents that an outside system signed, with the secrets of its connection.</summary>
public sealed class InboundSignatures(AdapterManifests manifests, AdapterConnections connections, StandardWebhooksVerifier verifier)
{
    /// <summary>How the adapter may sign in when it pushes; null when there is no such adapter.</summary>
    public InboundAuth? AcceptedBy(string adapter) => manifests.TryGet(adapter, out var manifest) ? manifest.Inbound : null;

    public async ValueTask<WebhookVerdict> VerifyAsync(string adapter, WebhookHeaders headers, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (AcceptedBy(adapter) is not { StandardWebhooks: true } inbound)
        {
            return WebhookVerdict.NoSecret;
        }

        var state = await connections.GetAsync(adapter, cancellation);
        var secrets = state.Settings.WebhookSecret?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return verifier.Verify(headers, body.Span, secrets, inbound.Tolerance);
    }
}
