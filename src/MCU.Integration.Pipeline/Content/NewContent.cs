namespace MCU.Integration.Pipeline.Content;

/// <summary>Content to be published; gets a new version when its hash differs from the newest one of its key.</summary>
public sealed record NewContent(ContentKind Kind, string Key, string Hash, ContentOrigin Origin, string? Path, string Body);
