using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>
/// Tokens in addresses that whoever has them may use. Sealed with AES-256-GCM under a key that all nodes derive from the key file: they show nothing, cannot be
/// made or changed outside, and need no table. One ends with its term, and does nothing once its instance no longer waits.
/// </summary>
public sealed class AddressTokens(ISealer sealer, TimeProvider time)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The first byte says how the rest is made.</summary>
    private const byte Version = 1;

    public string Make(AddressContent content)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(content);
        var token = new byte[1 + NonceSize + TagSize + plain.Length];
        token[0] = Version;
        var nonce = token.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher();
        cipher.Encrypt(nonce, plain, token.AsSpan(1 + NonceSize + TagSize), token.AsSpan(1 + NonceSize, TagSize), token.AsSpan(0, 1));
        return Base64Url.EncodeToString(token);
    }

    /// <exception cref="UseCaseException">It is none of this hub's tokens, or its term is over.</exception>
    public AddressContent Open(string? token)
    {
        var content = TryOpen(token) ?? throw UseCaseException.Invalid("/t", "invalid_token", "The token in this address is not one of this hub's.");
        return content.ExpiresAt is null || content.ExpiresAt > time.GetUtcNow()
            ? content
            : throw UseCaseException.Invalid("/t", "expired_token", "This address worked until some time ago.");
    }

    private AddressContent? TryOpen(string? token)
    {
        if (token is null || !Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > 1 + NonceSize + TagSize } bytes || bytes[0] != Version)
        {
            return null;
        }

        var plain = new byte[bytes.Length - 1 - NonceSize - TagSize];
        try
        {
            using var cipher = Cipher();
            cipher.Decrypt(bytes.AsSpan(1, NonceSize), bytes.AsSpan(1 + NonceSize + TagSize), bytes.AsSpan(1 + NonceSize, TagSize), plain, bytes.AsSpan(0, 1));
        }
        catch (CryptographicException)
        {
            return null;
        }

        return JsonSerializer.Deserialize<AddressContent>(plain);
    }

    // The index key stays when master keys are rotated, so that addresses that were given out go on working.
    private AesGcm Cipher() => new(sealer.BlindIndex("address-token", "key"), TagSize);
}
