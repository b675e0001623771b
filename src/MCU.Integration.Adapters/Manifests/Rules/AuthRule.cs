namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>The way of signing in is complete and holds nothing that belongs to another way.</summary>
internal sealed class AuthRule : IManifestRule
{
    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        var auth = manifest.Auth;
        if (auth.Kind == AuthKind.OAuth2ClientCredentials && auth.TokenPath is null)
        {
            report("/auth/tokenPath", "required", "'tokenPath' is missing.");
        }

        if (auth.TokenPath is { } path && !path.StartsWith('/'))
        {
            report("/auth/tokenPath", "path", "A path begins with '/'.");
        }

        if (auth.Kind == AuthKind.ApiKeyHeader && !IsHeaderName(auth.Header))
        {
            report("/auth/header", "header", "This is no header name.");
        }
    }

    private static bool IsHeaderName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
