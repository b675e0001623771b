using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MCU.Integration.Pipeline.Access;

/// <summary>Random secrets that the hub gives out, and the hashes by which it knows them again.</summary>
public static class Secrets
{
    /// <summary>Characters of an API key that are stored in clear and find its row.</summary>
    public const int PrefixLength = 12;

    /// <summary>Fewest characters of an API key, also of one that a setting brings.</summary>
    public const int MinKeyLength = 32;

    /// <summary>Begins every generated API key, so that secret scanners recognise one.</summary>
    public const string KeyMark = "mcu_";

    /// <summary>An API key: mark and 256 random bits.</summary>
    public static string NewApiKey() => KeyMark + NewToken();

    /// <summary>256 random bits in base64url.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Text that changes when sessions must end.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
