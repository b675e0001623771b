using System.Text.Json;
using System.Text.Json.Serialization;

namespace MCU.Integration.Adapters.Connections;

/// <summary>Where an outside system is and with what the hub signs in; sealed in the database, never in the manifest.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Absolute http(s) address; all paths of the manifest are below it.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Absolute address of the OAuth2 token endpoint, when it is not below <see cref="BaseUrl"/>.</summary>
    public Uri? TokenUrl { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public string? ApiKey { get; init; }

    /// <summary>Standard Webhooks secrets of documents that the system pushes (<c>whsec_…</c>), separated by spaces.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>How settings are kept as JSON before they are sealed.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>These settings, with those that <paramref name="other"/> gives in place of its own.</summary>
    public ConnectionSettings OverriddenBy(ConnectionSettings other) => new()
    {
        BaseUrl = other.BaseUrl ?? BaseUrl,
        TokenUrl = other.TokenUrl ?? TokenUrl,
        ClientId = other.ClientId ?? ClientId,
        ClientSecret = other.ClientSecret ?? ClientSecret,
        User = other.User ?? User,
        Password = other.Password ?? Password,
        ApiKey = other.ApiKey ?? ApiKey,
        WebhookSecret = other.WebhookSecret ?? WebhookSecret,
    };

    /// <summary>Says which settings there are, never what they are.</summary>
    public override string ToString() =>
        $"{BaseUrl?.GetLeftPart(UriPartial.Authority) ?? "no address"}, {(ClientSecret ?? Password ?? ApiKey) switch { null => "no credentials", _ => "with credentials" }}";
}
