using System.Net.Http.Headers;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.Workflows.Http;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Adapters.Workflows;

/// <summary>
/// Sends the requests of HTTP activities: to the addresses that outbound requests may reach, within the limits of time and size. Once: whether and how
/// a request is repeated is the workflow's to say.
/// </summary>
internal sealed class WorkflowSender(IHttpClientFactory clients, IOptions<OutboundOptions> options, TimeProvider time) : IHttpSender
{
    public const string ClientName = "mcu-workflows";

    public async ValueTask<HttpSendResult> SendAsync(HttpSendRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.WorkflowTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = Make(request);
            using var response = await clients.CreateClient(ClientName).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new(HttpSendOutcome.Answered, await ReadAsync(response, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(HttpSendOutcome.Timeout, Error: "No answer came within the time limit.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or NotSupportedException or FormatException or InvalidOperationException)
        {
            return new(HttpSendOutcome.FailedToConnect, Error: Explain(exception));
        }
    }

    private static HttpRequestMessage Make(HttpSendRequest request)
    {
        var message = new HttpRequestMessage(new(request.Method), request.Url);
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            if (request.ContentType is { } contentType)
            {
                message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            }
        }

        foreach (var (name, values) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, values);
            }
        }

        if (request.Authorization is { Length: > 0 } authorization)
        {
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return message;
    }

    private static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation) => new((int)response.StatusCode, response.ReasonPhrase)
    {
        Headers = Lists(response.Headers),
        ContentHeaders = Lists(response.Content.Headers),
        Body = await response.Content.ReadAsByteArrayAsync(cancellation),
    };

    private static Dictionary<string, IReadOnlyList<string>> Lists(HttpHeaders headers) =>
        headers.NonValidated.ToDictionary(header => header.Key, header => (IReadOnlyList<string>)[.. header.Value], StringComparer.OrdinalIgnoreCase);

    // The message may name the address, which may carry a citizen's number: only what kind of failure it was.
    private static string Explain(Exception exception) => exception switch
    {
        AddressRefusedException or { InnerException: AddressRefusedException } => "The hub may not connect to this address.",
        ResponseTooLargeException or { InnerException: ResponseTooLargeException } => "The answer is too large.",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } failed => $"The request failed: {failed.HttpRequestError}.",
        _ => "The request failed.",
    };
}
