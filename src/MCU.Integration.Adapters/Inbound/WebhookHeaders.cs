namespace MCU.Integration.Adapters.Inbound;

/// <summary>The headers of a signed document (Standard Webhooks 1.0).</summary>
/// <param name="Id"><c>webhook-id</c></param>
/// <param name="Timestamp"><c>webhook-timestamp</c>, seconds since 1970.</param>
/// <param name="Signature"><c>webhook-signature</c>, space-separated <c>v1,…</c>.</param>
public sealed record WebhookHeaders(string? Id, string? Timestamp, string? Signature)
{
    public const string IdName = "webhook-id";

    public const string TimestampName = "webhook-timestamp";

    public const string SignatureName = "webhook-signature";
}
