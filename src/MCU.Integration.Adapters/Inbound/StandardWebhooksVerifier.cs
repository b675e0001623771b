using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MCU.Integration.Adapters.Inbound;

/// <summary>Checks Standard Webhooks signatures: HMAC-SHA256 over <c>id.timestamp.body</c>. Several secrets and several signatures are accepted, for rotation without a gap.</summary>
public sealed class StandardWebhooksVerifier(TimeProvider time)
{
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";

    /// <summary>More signatures than this are no rotation but an attempt to make us compute.</summary>
    private const int MostSignatures = 16;

    /// <param name="body">As it came over the wire.</param>
    /// <param name="secrets"><c>whsec_</c> and base64, or bare base64.</param>
    public WebhookVerdict Verify(WebhookHeaders headers, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets, TimeSpan tolerance)
    {
        if (string.IsNullOrEmpty(headers.Id) || string.IsNullOrEmpty(headers.Signature)
            || !long.TryParse(headers.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return WebhookVerdict.Unsigned;
        }

        if ((time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > tolerance)
        {
            return WebhookVerdict.OutOfTime;
        }

        var keys = secrets.Select(KeyOf).OfType<byte[]>().ToList();
        if (keys.Count == 0)
        {
            return WebhookVerdict.NoSecret;
        }

        var signatures = headers.Signature.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostSignatures).Select(SignatureOf).OfType<byte[]>().ToList();
        var genuine = false;
        foreach (var key in keys)
        {
            var expected = Sign(key, headers.Id, headers.Timestamp!, body);
            foreach (var signature in signatures)
            {
                // No early end: the time taken tells nothing.
                genuine |= CryptographicOperations.FixedTimeEquals(expected, signature);
            }
        }

        return genuine ? WebhookVerdict.Genuine : WebhookVerdict.Forged;
    }

    private static byte[] Sign(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }

    private static byte[]? KeyOf(string secret) => Decode(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);

    private static byte[]? SignatureOf(string text) => text.StartsWith(Version, StringComparison.Ordinal) ? Decode(text[Version.Length..]) : null;

    private static byte[]? Decode(string base64)
    {
        var buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out var length) && length > 0 ? buffer[..length] : null;
    }
}
