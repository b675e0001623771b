using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Mocks.City;
using MCU.Integration.Mocks.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MCU.Integration.Mocks.Pos;

/// <summary>OAuth 2 client credentials (RFC 6749 §4.4): tokens that expire.</summary>
internal sealed class PosTokens(MockCityOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _tokens = [];
    private long _issued;

    public Reply Issue(Call call)
    {
        var form = new FormReader(Encoding.UTF8.GetString(call.Bytes)).ReadForm();
        var (id, secret) = BasicCredentials.Of(call) ?? (Field(form, "client_id"), Field(form, "client_secret"));
        if (Field(form, "grant_type") != "client_credentials")
        {
            return Reply.Problem(400, "unsupported_grant_type", "Only client_credentials is served.");
        }

        if (id != options.PosClientId || secret != options.PosClientSecret)
        {
            return Reply.Problem(401, "invalid_client", "Unknown client or wrong secret.");
        }

        lock (_lock)
        {
            var token = $"pos-{options.Seed}-{++_issued}";
            _tokens[token] = options.Time.GetUtcNow() + options.TokenLifetime;
            return Reply.Ok(new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = (int)options.TokenLifetime.TotalSeconds });
        }
    }

    public bool Accepts(Call call)
    {
        const string scheme = "Bearer ";
        var header = call.Header("Authorization");
        if (header is null || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        lock (_lock)
        {
            return _tokens.TryGetValue(header[scheme.Length..], out var expires) && options.Time.GetUtcNow() < expires;
        }
    }

    private static string? Field(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form, string name) =>
        form.TryGetValue(name, out var value) ? value.ToString() : null;
}
