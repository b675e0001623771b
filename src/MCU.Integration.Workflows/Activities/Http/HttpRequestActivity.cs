using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Activities.Http;

/// <summary>What the activities that send requests have in common.</summary>
public abstract class HttpRequestActivity : Activity
{
    private static readonly CompiledExpression NoStrategy = new ConstantExpression(null);

    private CompiledExpression? _retry;

    /// <summary>Where to; absolute.</summary>
    [Input(TypeName = "Uri", Order = 0)]
    public Input<string?> Url { get; set; } = null!;

    /// <summary>The method.</summary>
    [Input(
        UIHint = "dropdown",
        Options = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"],
        DefaultValue = "GET",
        Order = 1,
        Description = "The HTTP method to use when sending the request.")]
    public Input<string> Method { get; set; } = null!;

    /// <summary>The content; sent only together with a content type, as in Elsa 3.8.</summary>
    [Input(Order = 2, Description = "The content to send with the request. Can be a string, an object, a byte array or a stream.")]
    public Input<JsonNode?> Content { get; set; } = null!;

    /// <summary>The content type.</summary>
    [Input(UIHint = "dropdown", OptionsFrom = "content-types", Order = 3, Description = "The content type to use when sending the request.")]
    public Input<string?> ContentType { get; set; } = null!;

    /// <summary>The value of the authorization header.</summary>
    [Input(
        Category = "Security",
        IsSensitive = true,
        Order = 4,
        Description = "The Authorization header value to send with the request. For example: Bearer {some-access-token}")]
    public Input<string?> Authorization { get; set; } = null!;

    /// <summary>Whether the authorization header may have any form.</summary>
    [Input(Category = "Security", Order = 5, Description = "A value that allows to add the Authorization header without validation.")]
    public Input<bool> DisableAuthorizationHeaderValidation { get; set; } = null!;

    /// <summary>The headers.</summary>
    [Input(UIHint = "json-editor", TypeName = "HttpHeaders", Category = "Advanced", Order = 6, Description = "The headers to send along with the request.")]
    public Input<JsonObject?> RequestHeaders { get; set; } = null!;

    /// <summary>Kept for definitions of other servers; the resilience strategy says whether a request is sent again.</summary>
    [Input(Description = "Obsolete. Use the common Resilience Strategy setting instead.")]
    public Input<bool> EnableResiliency { get; set; } = null!;

    /// <summary>The status of the answer.</summary>
    [Output(Description = "The HTTP response status code")]
    public Output<int> StatusCode { get; set; } = null!;

    /// <summary>The content: of JSON the value (its text, if a text variable takes it), otherwise the text.</summary>
    [Output(Description = "The parsed content, if any.")]
    public Output<JsonNode?> ParsedContent { get; set; } = null!;

    /// <summary>The headers of the answer, each a list.</summary>
    [Output(TypeName = "HttpHeaders", Description = "The response headers that were received.")]
    public Output<JsonObject?> ResponseHeaders { get; set; } = null!;

    /// <summary>The answer: <c>{StatusCode, ReasonPhrase, IsSuccessStatusCode}</c>.</summary>
    [Output(TypeName = "HttpResponseMessage", IsSerializable = false)]
    public Output<JsonNode?> Result { get; set; } = null!;

    /// <inheritdoc />
    protected internal override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var sender = context.Require<IHttpSender>();
        var request = Prepare(context) with { Retry = await RetryOfAsync(context) };
        await context.CommitAsync();
        var result = await sender.SendAsync(request, context.CancellationToken);

        if (result.Attempts > 1)
        {
            context.SetJournalData("Attempts", result.Attempts);
        }

        switch (result.Outcome)
        {
            case HttpSendOutcome.Answered:
                Take(context, result.Answer!);
                await OnAnsweredAsync(context, result.Answer!.StatusCode);
                break;
            case HttpSendOutcome.Timeout:
                context.Journal("Error", result.Error);
                context.SetJournalData("Cancelled", true);
                await OnTimeoutAsync(context);
                break;
            default:
                context.Journal("Error", result.Error);
                context.SetJournalData("Error", result.Error);
                await OnFailedToConnectAsync(context);
                break;
        }
    }

    /// <summary>Goes on after an answer.</summary>
    protected abstract ValueTask OnAnsweredAsync(ActivityExecutionContext context, int statusCode);

    /// <summary>Goes on when there was no connection.</summary>
    protected abstract ValueTask OnFailedToConnectAsync(ActivityExecutionContext context);

    /// <summary>Goes on when no answer came in time.</summary>
    protected abstract ValueTask OnTimeoutAsync(ActivityExecutionContext context);

    private HttpSendRequest Prepare(ActivityExecutionContext context)
    {
        if (!Uri.TryCreate(context.Get(Url), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException("An invalid request URI was provided. The request URI must be an absolute HTTP URI.");
        }

        var content = context.Get(Content);
        var contentType = context.Get(ContentType);
        var hasContent = content is not null && contentType is not null;

        if (hasContent && contentType!.Length == 0)
        {
            contentType = "application/json";
        }

        return new HttpSendRequest((context.Get(Method) ?? "GET").ToUpperInvariant(), url)
        {
            Headers = HttpValues.HeadersOf(context.Get(RequestHeaders)),
            Authorization = AuthorizationOf(context),
            ContentType = hasContent ? contentType : null,
            Body = hasContent ? HttpValues.Write(content!, contentType!) : null,
        };
    }

    /// <summary>
    /// The resilience strategy, if it is one by expression. Strategies by name are registered by programs that host Elsa; none is here, and as in Elsa an unknown one is
    /// no strategy.
    /// </summary>
    private async ValueTask<HttpRetry?> RetryOfAsync(ActivityExecutionContext context)
    {
        if (_retry is null)
        {
            var setting = (Node.Json["customProperties"] as JsonObject)?["resilienceStrategy"] as JsonObject;
            var source = setting?["mode"].AsText() == "Expression" ? setting["expression"] as JsonObject : null;
            _retry = source is null ? NoStrategy : Node.Languages.Compile(source["type"].AsString() ?? "Literal", source["value"], typeof(JsonObject));
        }

        return _retry == NoStrategy ? null : HttpRetry.Read(await context.EvaluateAsync<JsonNode?>(_retry));
    }

    private string? AuthorizationOf(ActivityExecutionContext context)
    {
        if (context.Get(Authorization) is not { } value || string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        return context.Get(DisableAuthorizationHeaderValidation) || AuthenticationHeaderValue.TryParse(value, out _)
            ? value
            : throw new FormatException("The value of the Authorization header has an invalid form.");
    }

    private void Take(ActivityExecutionContext context, HttpAnswer answer)
    {
        var contentType = answer.ContentHeaders.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value?[0];
        var isText = context.TargetTypeOf(nameof(ParsedContent)) == typeof(string);
        var content = answer.Body.IsEmpty ? null : HttpValues.Read(answer.Body, contentType, isText);

        context.Set(Result, new JsonObject
        {
            ["StatusCode"] = answer.StatusCode,
            ["ReasonPhrase"] = answer.ReasonPhrase,
            ["IsSuccessStatusCode"] = answer.StatusCode is >= 200 and <= 299,
        });
        context.Set(ParsedContent, content);
        context.Set(StatusCode, answer.StatusCode);
        context.Set(ResponseHeaders, HttpValues.ListsOf(answer.Headers));
    }
}
