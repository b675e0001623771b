using System.Text;

namespace MCU.Integration.Mocks.Http;

/// <summary>RFC 7617.</summary>
internal static class BasicCredentials
{
    /// <summary>Null when the request carries none.</summary>
    public static (string? User, string? Password)? Of(Call call)
    {
        const string scheme = "Basic ";
        var header = call.Header("Authorization");
        if (header is null || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..], bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (parts[0], parts[1]) : null;
    }
}
