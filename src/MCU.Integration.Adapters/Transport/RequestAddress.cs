namespace MCU.Integration.Adapters.Transport;

/// <summary>Joins a base address and a path of the manifest.</summary>
internal static class RequestAddress
{
    /// <summary>Null when the path would leave the base address.</summary>
    public static Uri? Join(Uri baseUrl, string pathAndQuery)
    {
        var path = pathAndQuery.Split('?', 2)[0];

        // A value that came from a document must not walk up the path; servers decode %2E before they resolve dots.
        if (path.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or ".."))
        {
            return null;
        }

        var root = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return Uri.TryCreate(root + pathAndQuery, UriKind.Absolute, out var address) && address.Authority == baseUrl.Authority ? address : null;
    }

    /// <summary>For addresses that an outside system gave: relative ones are joined, absolute ones must lie below the base address.</summary>
    public static Uri? Below(Uri baseUrl, string url)
    {
        if (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
        {
            return Join(baseUrl, url);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var absolute))
        {
            return Join(baseUrl, "/" + url);
        }

        // The credentials of the adapter go with the request: they must not be lured elsewhere.
        var root = baseUrl.AbsolutePath.TrimEnd('/') + "/";
        return absolute.Scheme == baseUrl.Scheme && absolute.Authority == baseUrl.Authority && absolute.AbsolutePath.StartsWith(root, StringComparison.Ordinal)
            ? absolute
            : null;
    }
}
