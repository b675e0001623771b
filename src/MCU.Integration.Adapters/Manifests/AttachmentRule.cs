namespace MCU.Integration.Adapters.Manifests;

/// <summary>Files that an outside system holds.</summary>
/// <param name="Path">Where to fetch one, with <c>{id}</c>; null = the address that came with it.</param>
/// <param name="MaxSize">Bytes.</param>
/// <param name="StripMetadata">Remove EXIF and the like from pictures before they are passed on.</param>
public sealed record AttachmentRule(string? Path, long MaxSize, bool StripMetadata)
{
    public const long DefaultMaxSize = 25L * 1024 * 1024;

    public static AttachmentRule Default { get; } = new(null, DefaultMaxSize, true);
}
