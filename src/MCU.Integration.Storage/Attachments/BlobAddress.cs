namespace MCU.Integration.Storage.Attachments;

/// <summary>The address of a blob is part of a path: 64 lower-case hex digits and nothing else.</summary>
internal static class BlobAddress
{
    public static bool IsValid(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}
