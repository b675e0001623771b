namespace MCU.Integration.Adapters.Transport;

/// <summary>A request to an outside system; authentication is added when it is sent.</summary>
/// <param name="Path">Path and query below the base address.</param>
public sealed record AdapterRequest(HttpMethod Method, string Path)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Makes the body; called again when the request is repeated with a fresh token.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>The answer's body is handed over as a stream instead of being read into memory.</summary>
    public bool Streamed { get; init; }

    /// <summary><see cref="Path"/> is an address that the outside system gave; it may be absolute.</summary>
    public bool Foreign { get; init; }
}
