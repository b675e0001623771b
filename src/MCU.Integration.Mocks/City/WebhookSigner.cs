using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MCU.Integration.Mocks.City;

/// <summary>Standard Webhooks 1.0: <c>v1,base64(HMAC-SHA256(id.timestamp.body))</c>.</summary>
public sealed class WebhookSigner
{
    private const string Prefix = "whsec_";

    private readonly byte[] _secret;

    /// <exception cref="FormatException">The secret is not <c>whsec_</c> and base64.</exception>
    public WebhookSigner(string secret)
    {
        _secret = Convert.FromBase64String(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret);
    }

    public string Sign(string id, long timestamp, byte[] body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(_secret, (byte[])[.. head, .. body]));
    }
}
