using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities.Primitives;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Http;

/// <summary>Answers the request that the burst serves. The host sends the answer after the commit.</summary>
[Activity("Elsa", "HTTP", DisplayName = "HTTP Response", Description = "Write a response to the current HTTP response object.")]
public sealed class WriteHttpResponse : CodeActivity
{
    /// <summary>The status, by name or number.</summary>
    [Input(UIHint = "dropdown", DefaultValue = nameof(HttpStatusCode.OK), Description = "The status code to return.")]
    public Input<HttpStatusCode> StatusCode { get; set; } = null!;

    /// <summary>The content: text goes as it is, anything else as JSON.</summary>
    [Input(Description = "The content to write back. String values will be sent as-is, while objects will be serialized to a JSON string. Byte arrays and streams will be sent as files.")]
    public Input<JsonNode?> Content { get; set; } = null!;

    /// <summary>The content type; by the content if empty.</summary>
    [Input(UIHint = "dropdown", OptionsFrom = "content-types", Description = "The content type to write when sending the response.")]
    public Input<string?> ContentType { get; set; } = null!;

    /// <summary>The headers.</summary>
    [Input(UIHint = "json-editor", TypeName = "HttpHeaders", Category = "Advanced", Description = "The headers to send along with the response.")]
    public Input<JsonObject?> ResponseHeaders { get; set; } = null!;

    /// <inheritdoc />
    protected override ValueTask RunAsync(ActivityExecutionContext context)
    {
        if (context.IsCallerGone)
        {
            context.Journal("Unheard", "The node that received the request died; nobody waits for the answer.");
            return ValueTask.CompletedTask;
        }

        var exchange = context.Host.Get<IHttpExchange>() ?? throw new FaultException(
            "NoHttpContext",
            "HTTP",
            "System",
            "The HTTP context was lost during workflow execution: there is no request (any more) that this could answer.");

        if (exchange.Response is { Body.IsEmpty: false })
        {
            throw new InvalidOperationException("StatusCode cannot be set because the response has already started.");
        }

        var headers = exchange.Response?.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase) ?? new(StringComparer.OrdinalIgnoreCase);

        foreach (var (name, values) in HttpValues.HeadersOf(context.Get(ResponseHeaders)))
        {
            headers[name] = values;
        }

        exchange.Response = Respond(StatusOf(context), headers, context.Get(Content), context.Get(ContentType));
        return ValueTask.CompletedTask;
    }

    private static HttpResponseData Respond(int status, Dictionary<string, IReadOnlyList<string>> headers, JsonNode? content, string? contentType)
    {
        var given = headers.Remove("Content-Type", out var values) ? values[0] : null;

        if (content is null)
        {
            return new HttpResponseData(status) { Headers = headers, ContentType = given };
        }

        contentType = string.IsNullOrWhiteSpace(contentType) ? given ?? HttpValues.TypeOf(content) : contentType;
        return new HttpResponseData(status)
        {
            Headers = headers,
            ContentType = contentType,
            Body = status == (int)HttpStatusCode.NoContent ? null : HttpValues.Write(content, contentType),
        };
    }

    private int StatusOf(ActivityExecutionContext context)
    {
        var status = context.GetInput(nameof(StatusCode)).AsText() is { Length: > 0 } text ? (int)Enum.Parse<HttpStatusCode>(text, ignoreCase: true) : 200;
        return status is >= 100 and <= 599
            ? status
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{status} is not a status code of HTTP."));
    }
}
