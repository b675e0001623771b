namespace MCU.Integration.Adapters.Manifests;

/// <summary>How the hub signs in at an outside system.</summary>
public enum AuthKind
{
    None,
    Basic,
    ApiKeyHeader,
    OAuth2ClientCredentials,
}
