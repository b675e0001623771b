using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Storage.ComplianceTests.Support;

/// <summary>Seals with one fixed key; tampering is noticed as in the real one.</summary>
public sealed class TestSealer : ISealer
{
    private static readonly Guid KeyId = new("01980000-0000-7000-8000-000000000001");
    private static readonly byte[] Key = SHA256.HashData("storage compliance tests"u8);

    public static SealedBody Body(string text) => new TestSealer().Seal(SealedClass.Message, Encoding.UTF8.GetBytes(text));

    public static string Text(SealedBody body) => Encoding.UTF8.GetString(new TestSealer().Open(body));

    public SealedBody Seal(SealedClass kind, ReadOnlySpan<byte> plain)
    {
        var cipher = new byte[28 + plain.Length];
        RandomNumberGenerator.Fill(cipher.AsSpan(0, 12));
        using var aes = new AesGcm(Key, 16);
        aes.Encrypt(cipher.AsSpan(0, 12), plain, cipher.AsSpan(28), cipher.AsSpan(12, 16));
        return new(KeyId, cipher);
    }

    public byte[] Open(SealedBody body)
    {
        var plain = new byte[body.Cipher.Length - 28];
        using var aes = new AesGcm(Key, 16);
        try
        {
            aes.Decrypt(body.Cipher.AsSpan(0, 12), body.Cipher.AsSpan(28), body.Cipher.AsSpan(12, 16), plain);
        }
        catch (CryptographicException exception)
        {
            throw new SealBrokenException("The cipher was tampered with.", exception);
        }

        return plain;
    }

    public byte[] BlindIndex(string field, string normalisedValue) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{field}:{normalisedValue}"));
}
