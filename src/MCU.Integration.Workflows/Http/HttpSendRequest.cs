namespace MCU.Integration.Workflows.Http;

/// <summary>A request to send.</summary>
/// <param name="Method">The method in capitals.</param>
/// <param name="Url">Where to; absolute.</param>
public sealed record HttpSendRequest(string Method, Uri Url)
{
    /// <summary>The headers by name, values in their order; content headers but the content type included.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The value of the <c>Authorization</c> header; never to be logged or recorded.</summary>
    public string? Authorization { get; init; }

    /// <summary>The content type of the content.</summary>
    public string? ContentType { get; init; }

    /// <summary>The content; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>When the host sends it again; null for once only.</summary>
    public HttpRetry? Retry { get; init; }
}
