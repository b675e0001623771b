using System.Security.Cryptography;

namespace MCU.Integration.Pipeline.Content;

/// <summary>A piece of content as it lies in a file.</summary>
/// <param name="Path">Below the content root, with forward slashes.</param>
public sealed record ContentFile(ContentKind Kind, string Key, string Path, byte[] Body)
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Body));
}
