using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using MCU.Integration.Workflows.Http;

namespace MCU.Integration.Workflows.Tests.Behaviour;

/// <summary>What the corpus' echo server on port 5190 answers; nothing listens elsewhere.</summary>
internal sealed class EchoSender : IHttpSender
{
    private const int EchoPort = 5190;

    private static readonly string[] Shown = ["content-type", "authorization", "accept", "x-test", "x-other"];

    public ValueTask<HttpSendResult> SendAsync(HttpSendRequest request, CancellationToken cancellationToken)
    {
        if (request.Url.Port != EchoPort)
        {
            return new(new HttpSendResult(HttpSendOutcome.FailedToConnect, Error: "Connection refused"));
        }

        var parts = request.Url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new(parts switch
        {
            ["status", var code] => Answer(int.Parse(code), int.Parse(code) is 204 or 304 ? "" : $$"""{"status": {{code}}}"""),
            ["text"] => Answer(200, "plain text", "text/plain"),
            ["json"] => Answer(200, """{"name": "Ada", "age": 36, "tags": ["x", "y"], "nested": {"ok": true}}""", header: "X-Echo"),
            ["brokenjson"] => Answer(200, """{"name": """),
            ["empty"] => Answer(200, ""),
            ["close"] => new HttpSendResult(HttpSendOutcome.FailedToConnect, Error: "The connection was closed."),
            ["delay", ..] => new HttpSendResult(HttpSendOutcome.Timeout, Error: "The time was up."),
            _ => Answer(200, Echo(request).ToJsonString()),
        });
    }

    private static HttpSendResult Answer(int status, string body, string contentType = "application/json", string? header = null) => new(
        HttpSendOutcome.Answered,
        new HttpAnswer(status)
        {
            Headers = header is null ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { [header] = ["yes"] },
            ContentHeaders = new Dictionary<string, IReadOnlyList<string>> { ["Content-Type"] = [contentType] },
            Body = Encoding.UTF8.GetBytes(body),
        });

    private static JsonObject Echo(HttpSendRequest request)
    {
        var query = HttpUtility.ParseQueryString(request.Url.Query);
        var headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value));

        if (request.ContentType is { } contentType)
        {
            headers["content-type"] = contentType;
        }

        if (request.Authorization is { } authorization)
        {
            headers["authorization"] = authorization;
        }

        return new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = request.Url.AbsolutePath,
            ["query"] = new JsonObject(query.AllKeys.Select(key => KeyValuePair.Create(key!, (JsonNode?)JsonValue.Create(query[key])))),
            ["headers"] = new JsonObject(headers.Where(header => Shown.Contains(header.Key)).Select(header => KeyValuePair.Create(header.Key, (JsonNode?)JsonValue.Create(header.Value)))),
            ["body"] = request.Body is { } body ? Encoding.UTF8.GetString(body.Span) : "",
        };
    }
}
