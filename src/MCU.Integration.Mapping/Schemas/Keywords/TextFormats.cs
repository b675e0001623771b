using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>The formats that are checked; RFC 3339 for dates and times.</summary>
internal static class TextFormats
{
    public static FrozenDictionary<string, Func<string, bool>> All { get; } = new Dictionary<string, Func<string, bool>>
    {
        ["date"] = IsDate,
        ["date-time"] = IsDateTime,
        ["time"] = text => IsTime(text),
        ["uuid"] = text => Guid.TryParseExact(text, "D", out _),
        ["email"] = IsEmail,
        ["uri"] = IsUri,
        ["ipv4"] = IsIpv4,
        ["ipv6"] = text => text.Contains(':', StringComparison.Ordinal) && !text.Contains('%', StringComparison.Ordinal)
            && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 && text[0] != '[',
        ["hostname"] = text => IsHostname(text),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static bool IsDate(string text) => IsDate(text.AsSpan());

    private static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text.AsSpan(0, 10)) && IsTime(text.AsSpan(11));

    // hh:mm:ss[.fraction](Z|±hh:mm); 60 is a leap second.
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':' || !Below(text[..2], 24) || !Below(text[3..5], 60) || !Below(text[6..8], 61))
        {
            return false;
        }

        var zone = text[8..];
        if (zone[0] == '.')
        {
            var digits = zone[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits < 1)
            {
                return false;
            }

            zone = zone[(digits + 1)..];
        }

        return zone is "Z" or "z" || (zone.Length == 6 && zone[0] is '+' or '-' && zone[3] == ':' && Below(zone[1..3], 24) && Below(zone[4..], 60));
    }

    private static bool Below(ReadOnlySpan<char> digits, int limit) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < limit;

    private static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || text.AsSpan().IndexOfAny(" \t\r\n<>()[],;:\\\"") >= 0)
        {
            return false;
        }

        var local = text.AsSpan(0, at);
        return !local.Contains('@') && local[0] != '.' && local[^1] != '.' && local.IndexOf("..") < 0 && IsHostname(text.AsSpan(at + 1));
    }

    private static bool IsUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase) && !text.Any(char.IsWhiteSpace);

    private static bool IsIpv4(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(part => part.Length is > 0 and <= 3 && (part.Length == 1 || part[0] != '0') && Below(part, 256));
    }

    // Labels of letters (any script: домен.рф), digits and inner hyphens.
    private static bool IsHostname(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 253)
        {
            return false;
        }

        foreach (var range in text.Split('.'))
        {
            var label = text[range];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            foreach (var character in label)
            {
                if (!char.IsLetterOrDigit(character) && character != '-')
                {
                    return false;
                }
            }
        }

        return true;
    }
}
