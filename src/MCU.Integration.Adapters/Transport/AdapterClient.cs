using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MCU.Integration.Adapters.Connections;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.SignIn;
using MCU.Integration.Pipeline.Telemetry;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace MCU.Integration.Adapters.Transport;

/// <summary>Sends requests to outside systems: signed in, guarded, through the adapter's resilience pipeline. Failures are answers here, not exceptions.</summary>
public sealed class AdapterClient(IHttpClientFactory clients, AdapterConnections connections, AdapterPipelines pipelines, TimeProvider time)
{
    /// <summary>Name of the HTTP client that carries the guard and the pipelines.</summary>
    public const string ClientName = "mcu-adapters";

    /// <summary>How long an adapter without settings is left alone.</summary>
    public static readonly TimeSpan ConfigurationPause = TimeSpan.FromSeconds(15);

    internal static readonly HttpRequestOptionsKey<AdapterManifest> Manifest = new("mcu.manifest");

    private static readonly Histogram<double> Duration = HubTelemetry.Meter.CreateHistogram<double>(HubTelemetry.OutboundDuration, "s");

    private readonly TokenSource _tokens = new(time);

    /// <exception cref="OperationCanceledException">The caller gave up; the request may have arrived.</exception>
    public async Task<AdapterAnswer> SendAsync(AdapterManifest manifest, AdapterRequest request, CancellationToken cancellation)
    {
        var state = await connections.GetAsync(manifest.Key, cancellation);
        if (state.Paused)
        {
            return AdapterAnswer.Failed(CallFailure.NotTried, "paused", ConfigurationPause);
        }

        if (state.Settings.BaseUrl is not { } root)
        {
            return AdapterAnswer.Failed(CallFailure.NotTried, "not_configured", ConfigurationPause);
        }

        var address = request.Foreign ? RequestAddress.Below(root, request.Path) : RequestAddress.Join(root, request.Path);
        if (address is null)
        {
            return AdapterAnswer.Failed(CallFailure.Impossible, "address_outside_base");
        }

        var (authorization, failure) = await AuthorizeAsync(manifest, state.Settings, cancellation);
        if (failure is not null)
        {
            return failure;
        }

        var answer = await ExchangeAsync(manifest, request, address, authorization, cancellation);
        if (answer.Status != (int)HttpStatusCode.Unauthorized || manifest.Auth.Kind != AuthKind.OAuth2ClientCredentials)
        {
            return answer;
        }

        // Tokens are withdrawn early now and then; a fresh one is worth one more try, since 401 means that nothing was done.
        answer.Streamed?.Dispose();
        _tokens.Refused(manifest.Key, authorization!.Value.Value["Bearer ".Length..]);
        (authorization, failure) = await AuthorizeAsync(manifest, state.Settings, cancellation);
        return failure ?? await ExchangeAsync(manifest, request, address, authorization, cancellation);
    }

    private async Task<(KeyValuePair<string, string>? Header, AdapterAnswer? Failure)> AuthorizeAsync(AdapterManifest manifest, ConnectionSettings settings, CancellationToken cancellation)
    {
        var missing = AdapterAnswer.Failed(CallFailure.NotTried, "no_credentials", ConfigurationPause);
        switch (manifest.Auth.Kind)
        {
            case AuthKind.None:
                return (null, null);
            case AuthKind.Basic:
                return settings is { User: { } user, Password: { } password }
                    ? (new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))), null)
                    : (null, missing);
            case AuthKind.ApiKeyHeader:
                return settings.ApiKey is { } key ? (new(manifest.Auth.Header, manifest.Auth.Prefix + key), null) : (null, missing);
            default:
                var token = await _tokens.GetAsync(
                    manifest,
                    settings,
                    (request, endpoint, cancel) => ExchangeAsync(manifest, request, endpoint, null, cancel),
                    cancellation);
                return token.Token is { } value ? (new("Authorization", "Bearer " + value), null) : (null, token.Failure);
        }
    }

    private async Task<AdapterAnswer> ExchangeAsync(AdapterManifest manifest, AdapterRequest request, Uri address, KeyValuePair<string, string>? authorization, CancellationToken cancellation)
    {
        var startedAt = time.GetTimestamp();
        var answer = await TryExchangeAsync(manifest, request, address, authorization, cancellation);
        var outcome = answer.Failure is null ? $"{answer.Status / 100}xx" : answer.Failure.ToString()!;
        Duration.Record(time.GetElapsedTime(startedAt).TotalSeconds, new TagList { { "adapter", manifest.Key }, { "outcome", outcome } });
        return answer;
    }

    private async Task<AdapterAnswer> TryExchangeAsync(AdapterManifest manifest, AdapterRequest request, Uri address, KeyValuePair<string, string>? authorization, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(request.Method, address);
        var content = request.Content is { } make ? new SentMarkContent(make()) : null;
        message.Content = content;
        message.Options.Set(Manifest, manifest);
        message.Options.Set(BufferingHandler.Streamed, request.Streamed);
        foreach (var header in authorization is { } sign ? request.Headers.Append(sign) : request.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        var client = clients.CreateClient(ClientName);
        try
        {
            var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (request.Streamed)
            {
                return AdapterAnswer.Of(response.StatusCode, default, RetryAfter(response.Headers.RetryAfter)) with { Streamed = response };
            }

            using (response)
            {
                var body = await response.Content.ReadAsByteArrayAsync(cancellation);
                return AdapterAnswer.Of(response.StatusCode, body, RetryAfter(response.Headers.RetryAfter));
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && Explain(manifest.Key, exception, content?.Began) is { } failure)
        {
            return failure;
        }
    }

    private AdapterAnswer? Explain(string adapter, Exception exception, bool? began)
    {
        // Whether the request can have arrived: a body that was never begun cannot; without a body only the kind of error tells.
        var afterSending = began == false ? CallFailure.NotSent : CallFailure.Broken;
        return exception switch
        {
            BrokenCircuitException => AdapterAnswer.Failed(CallFailure.NotTried, "breaker_open", pipelines.OpenFor(adapter) ?? TimeSpan.FromSeconds(1)),
            RateLimiterRejectedException limited => AdapterAnswer.Failed(CallFailure.NotTried, "rate_limit", limited.RetryAfter ?? TimeSpan.FromSeconds(1)),
            TimeoutRejectedException => AdapterAnswer.Failed(afterSending, "timeout"),
            ResponseTooLargeException => AdapterAnswer.Failed(CallFailure.Broken, "answer_too_large"),
            AddressRefusedException or { InnerException: AddressRefusedException } => AdapterAnswer.Failed(CallFailure.NotSent, "address_not_allowed"),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } when began != true => AdapterAnswer.Failed(CallFailure.NotSent, "unknown_host"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } when began != true => AdapterAnswer.Failed(CallFailure.NotSent, "tls"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } when began != true => AdapterAnswer.Failed(CallFailure.NotSent, "no_connection"),
            HttpRequestException or IOException => AdapterAnswer.Failed(afterSending, "connection_broken"),

            // Only the connect timeout of the handler cancels without the caller or the pipeline having done so.
            OperationCanceledException => AdapterAnswer.Failed(afterSending == CallFailure.NotSent || exception.InnerException is TimeoutException ? CallFailure.NotSent : CallFailure.Broken, "connect_timeout"),
            _ => null,
        };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var delay = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return delay is { } wait && wait > TimeSpan.Zero ? wait : null;
    }
}
