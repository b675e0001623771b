using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Storage.ComplianceTests.Support;

/// <summary>Seals with one fixed key; tampering, and a value in another place, are noticed as in the real one.</summary>
public sealed class TestSealer : ISealer, ISealingKey
{
    private static readonly Guid KeyId = new("01980000-0000-7000-8000-000000000001");
    private static readonly byte[] KeyBytes = SHA256.HashData("storage compliance tests"u8);
    private static readonly SealedPlace Nowhere = new(SealedClass.Message, "tests", "any");

    /// <summary>For stores that hand sealed values on without opening them.</summary>
    public static SealedBody Body(string text) => new TestSealer().Seal(Nowhere, Encoding.UTF8.GetBytes(text));

    public static string Text(SealedBody body) => Encoding.UTF8.GetString(new TestSealer().Open(Nowhere, body));

    public ISealingKey Key(SealedClass kind) => this;

    public SealedBody Seal(SealedPlace place, ReadOnlySpan<byte> plain)
    {
        var cipher = new byte[28 + plain.Length];
        RandomNumberGenerator.Fill(cipher.AsSpan(0, 12));
        using var aes = new AesGcm(KeyBytes, 16);
        aes.Encrypt(cipher.AsSpan(0, 12), plain, cipher.AsSpan(28), cipher.AsSpan(12, 16), Label(place));
        return new(KeyId, cipher);
    }

    public byte[] Open(SealedPlace place, SealedBody body)
    {
        var plain = new byte[body.Cipher.Length - 28];
        using var aes = new AesGcm(KeyBytes, 16);
        try
        {
            aes.Decrypt(body.Cipher.AsSpan(0, 12), body.Cipher.AsSpan(28), body.Cipher.AsSpan(12, 16), plain, Label(place));
        }
        catch (CryptographicException exception)
        {
            throw new SealBrokenException("The cipher was tampered with.", exception);
        }

        return plain;
    }

    public byte[] BlindIndex(string field, string normalisedValue) => HMACSHA256.HashData(KeyBytes, Encoding.UTF8.GetBytes($"{field}:{normalisedValue}"));

    private static byte[] Label(SealedPlace place) => Encoding.UTF8.GetBytes($"{place.Column}:{place.Row}");
}
