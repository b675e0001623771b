using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MCU.Integration.Adapters.Connections;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Transport;

namespace MCU.Integration.Adapters.SignIn;

/// <summary>OAuth2 client credentials (RFC 6749 §4.4): one token per adapter, kept until shortly before it expires, fetched by one caller at a time.</summary>
/// <param name="time">Decides when a token has expired.</param>
internal sealed class TokenSource(TimeProvider time)
{
    /// <summary>RFC 6749 only recommends <c>expires_in</c>; without it a token is used this long.</summary>
    private static readonly TimeSpan UnknownLifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <param name="send">Sends a request to the token endpoint.</param>
    public async Task<TokenAnswer> GetAsync(
        AdapterManifest manifest,
        ConnectionSettings settings,
        Func<AdapterRequest, Uri, CancellationToken, Task<AdapterAnswer>> send,
        CancellationToken cancellation)
    {
        if (settings.ClientId is null || settings.ClientSecret is null || Endpoint(manifest, settings) is not { } endpoint)
        {
            return new(null, AdapterAnswer.Failed(CallFailure.NotTried, "no_credentials", AdapterClient.ConfigurationPause));
        }

        var slot = _slots.GetOrAdd(manifest.Key, _ => new());
        if (slot.Current is { } fresh && Usable(fresh, settings))
        {
            return new(fresh.Value, null);
        }

        await slot.Gate.WaitAsync(cancellation);
        try
        {
            if (slot.Current is { } meanwhile && Usable(meanwhile, settings))
            {
                return new(meanwhile.Value, null);
            }

            var answer = await send(Request(manifest.Auth, settings), endpoint, cancellation);
            if (answer.Failure is not null)
            {
                // Whatever broke, it broke before the real request: nothing of that was sent.
                return new(null, answer.Failure == CallFailure.NotTried ? answer : AdapterAnswer.Failed(CallFailure.NotSent, "token_" + answer.Error, answer.RetryAfter));
            }

            if (!answer.IsSuccess || Read(answer.Body, settings) is not { } token)
            {
                return new(null, AdapterAnswer.Failed(CallFailure.NotSent, $"token_refused_{answer.Status}", answer.RetryAfter));
            }

            slot.Current = token;
            return new(token.Value, null);
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Forgets a token that was refused, unless another caller has replaced it already.</summary>
    public void Refused(string adapter, string token)
    {
        if (_slots.TryGetValue(adapter, out var slot) && slot.Current is { } current && current.Value == token)
        {
            slot.Current = null;
        }
    }

    private static Uri? Endpoint(AdapterManifest manifest, ConnectionSettings settings) =>
        settings.TokenUrl ?? (settings.BaseUrl is { } root && manifest.Auth.TokenPath is { } path ? RequestAddress.Join(root, path) : null);

    private static AdapterRequest Request(OutboundAuth auth, ConnectionSettings settings)
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (auth.Scope is { } scope)
        {
            form.Add(new("scope", scope));
        }

        var headers = new List<KeyValuePair<string, string>> { new("Accept", "application/json") };
        if (auth.ClientInHeader)
        {
            var pair = $"{Uri.EscapeDataString(settings.ClientId!)}:{Uri.EscapeDataString(settings.ClientSecret!)}";
            headers.Add(new("Authorization", new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))).ToString()));
        }
        else
        {
            form.Add(new("client_id", settings.ClientId!));
            form.Add(new("client_secret", settings.ClientSecret!));
        }

        return new(HttpMethod.Post, "") { Headers = headers, Content = () => new FormUrlEncodedContent(form) };
    }

    private Token? Read(ReadOnlyMemory<byte> body, ConnectionSettings settings)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("access_token", out var value) || value.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            var lifetime = root.TryGetProperty("expires_in", out var expires) && expires.ValueKind == JsonValueKind.Number && expires.TryGetInt32(out var seconds) && seconds > 0
                ? TimeSpan.FromSeconds(seconds)
                : UnknownLifetime;

            // A tenth early: the token still has to travel, and clocks differ.
            return new(value.GetString()!, time.GetUtcNow() + (lifetime * 0.9), settings.ClientId, settings.ClientSecret);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool Usable(Token token, ConnectionSettings settings) =>
        time.GetUtcNow() < token.UsableUntil && token.ClientId == settings.ClientId && token.ClientSecret == settings.ClientSecret;

    private sealed record Token(string Value, DateTimeOffset UsableUntil, string? ClientId, string? ClientSecret);

    private sealed class Slot
    {
        private volatile Token? _current;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Token? Current
        {
            get => _current;
            set => _current = value;
        }
    }
}
