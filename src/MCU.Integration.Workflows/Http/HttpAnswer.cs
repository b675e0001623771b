namespace MCU.Integration.Workflows.Http;

/// <summary>The answer to a sent request.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="ReasonPhrase">The reason phrase.</param>
public sealed record HttpAnswer(int StatusCode, string? ReasonPhrase = null)
{
    /// <summary>The headers of the answer by name, without those of the content.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The headers of the content by name, e.g. <c>Content-Type</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ContentHeaders { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The content.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
