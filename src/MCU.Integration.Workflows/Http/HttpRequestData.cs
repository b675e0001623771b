namespace MCU.Integration.Workflows.Http;

/// <summary>A received request. The host refuses what exceeds its own limits before.</summary>
public sealed record HttpRequestData
{
    /// <summary>The method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the base path of HTTP workflows, with a leading slash, as it was sent.</summary>
    public required string Path { get; init; }

    /// <summary>The values of the route's parameters by name.</summary>
    public IReadOnlyDictionary<string, string?> RouteValues { get; init; } = new Dictionary<string, string?>();

    /// <summary>The query by name, values in their order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string?>> Query { get; init; } = new Dictionary<string, IReadOnlyList<string?>>();

    /// <summary>The headers by name as sent, values in their order. Without credentials (<c>Authorization</c>, <c>Cookie</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string?>> Headers { get; init; } = new Dictionary<string, IReadOnlyList<string?>>();

    /// <summary>The content type with its parameters.</summary>
    public string? ContentType { get; init; }

    /// <summary>The declared length in bytes; null if it was not declared.</summary>
    public long? ContentLength { get; init; }

    /// <summary>The content; empty for a form.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The content of a form (<c>application/x-www-form-urlencoded</c>, <c>multipart/form-data</c>).</summary>
    public HttpFormData? Form { get; init; }
}
