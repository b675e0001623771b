namespace MCU.Integration.ElsaApi.Designer;

/// <summary>A file of Elsa Studio as the build left it: compressed twice, or as it is when compression gains nothing.</summary>
/// <param name="ContentType">Of the unpacked file.</param>
/// <param name="IsImmutable">Its name carries a fingerprint: what was once fetched never changes.</param>
internal sealed record StudioFile(string? Brotli, string? Gzip, string? Plain, string ContentType, bool IsImmutable)
{
    private readonly Lazy<string> _tag = new(() => TagOf(Brotli ?? Plain!));

    /// <summary>Strong entity tag of the unpacked content; each encoding adds its own ending.</summary>
    public string Tag => _tag.Value;

    private static string TagOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file).AsSpan(0, 12));
    }
}
