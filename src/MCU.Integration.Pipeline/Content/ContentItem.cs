namespace MCU.Integration.Pipeline.Content;

/// <summary>One version of one piece of content.</summary>
/// <param name="Version">From 1 per (kind, key).</param>
/// <param name="Hash">SHA-256 of the canonical JSON, lower-case hex.</param>
/// <param name="Path">Path below the content root of the file that it came from or would be exported to, with forward slashes.</param>
public sealed record ContentItem(
    ContentKind Kind,
    string Key,
    int Version,
    string Hash,
    ContentOrigin Origin,
    string? Path,
    string? Author,
    string Body,
    DateTimeOffset CreatedAt);
