namespace MCU.Integration.Workflows.Http;

/// <summary>An answer to a received request.</summary>
/// <param name="StatusCode">The status, 100 to 599.</param>
public sealed record HttpResponseData(int StatusCode)
{
    /// <summary>The headers by name, values in their order; without the content type.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The content type; null without content.</summary>
    public string? ContentType { get; init; }

    /// <summary>The content; null if none was written.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }
}
