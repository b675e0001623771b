using System.Security.Cryptography;
using System.Text;

namespace MCU.Integration.Hub.SignIn;

/// <summary>The key of an offline command: lives as long as the process and is known to nobody else.</summary>
internal sealed class OfflineKey(string secret)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public bool Is(string given) => CryptographicOperations.FixedTimeEquals(_secret, Encoding.UTF8.GetBytes(given));
}
