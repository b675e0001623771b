namespace MCU.Integration.Hub.Api;

/// <summary>Marks a route whose answer holds a secret: it is not kept for a repetition with the same <c>Idempotency-Key</c>.</summary>
internal sealed class SecretReply
{
    public static SecretReply Instance { get; } = new();
}
