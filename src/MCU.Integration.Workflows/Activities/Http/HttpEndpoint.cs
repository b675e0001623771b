using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Activities.Http;

/// <summary>Starts a workflow with a received request, or waits for one.</summary>
[Activity("Elsa", "HTTP", Kind = ActivityKind.Trigger, DisplayName = "HTTP Endpoint", Description = "Wait for an inbound HTTP request that matches the specified path and methods.")]
public sealed class HttpEndpoint : Activity
{
    /// <summary>The route below the base path, e.g. <c>orders/{id}</c>.</summary>
    [Input(UIHint = "singleline", Description = "The path to associate with the workflow.")]
    public Input<string> Path { get; set; } = null!;

    /// <summary>The methods.</summary>
    [Input(UIHint = "checklist", Options = ["GET", "POST", "PUT", "HEAD", "DELETE"], Description = "The HTTP methods to accept.")]
    public Input<List<string>> SupportedMethods { get; set; } = null!;

    /// <summary>Whether a caller must be signed in; checked by the host.</summary>
    [Input(Description = "Allow authenticated requests only.", Category = "Security")]
    public Input<bool> Authorize { get; set; } = null!;

    /// <summary>A policy that the caller must satisfy; checked by the host.</summary>
    [Input(Description = "Provide a policy to evaluate. If the policy fails, the request is forbidden.", Category = "Security")]
    public Input<string?> Policy { get; set; } = null!;

    /// <summary>How long the request may be worked on; watched by the host.</summary>
    [Input(Description = "The maximum time allowed to process the request.", Category = "Upload")]
    public Input<TimeSpan?> RequestTimeout { get; set; } = null!;

    /// <summary>The most bytes of a request.</summary>
    [Input(Description = "The maximum request size allowed in bytes.", Category = "Upload")]
    public Input<long?> RequestSizeLimit { get; set; } = null!;

    /// <summary>The most bytes of one file.</summary>
    [Input(Description = "The maximum file size allowed in bytes for an individual file.", Category = "Upload")]
    public Input<long?> FileSizeLimit { get; set; } = null!;

    /// <summary>Only files with these extensions (with their dot), if any are given.</summary>
    [Input(UIHint = "multitext", Category = "Upload", Description = "Only file extensions in this list are allowed. Leave empty to allow all extensions")]
    public Input<List<string>> AllowedFileExtensions { get; set; } = null!;

    /// <summary>No files with these extensions.</summary>
    [Input(UIHint = "multitext", Category = "Upload", Description = "File extensions in this list are forbidden. Leave empty to not block any extension.")]
    public Input<List<string>> BlockedFileExtensions { get; set; } = null!;

    /// <summary>Only files of these media types, if any are given.</summary>
    [Input(UIHint = "multitext", Category = "Upload", Description = "Only MIME types in this list are allowed. Leave empty to allow all types")]
    public Input<List<string>> AllowedMimeTypes { get; set; } = null!;

    /// <summary>Whether a request that is too large goes on by an outcome instead of being answered with 413.</summary>
    [Input(Category = "Outcomes", Description = "A value indicating whether to expose the \"Request too large\" outcome.")]
    public bool ExposeRequestTooLargeOutcome { get; set; }

    /// <summary>Whether a file that is too large goes on by an outcome instead of being answered with 413.</summary>
    [Input(Category = "Outcomes", Description = "A value indicating whether to expose the \"File too large\" outcome.")]
    public bool ExposeFileTooLargeOutcome { get; set; }

    /// <summary>Whether a file of a wrong extension goes on by an outcome instead of being answered with 415.</summary>
    [Input(Category = "Outcomes", Description = "A value indicating whether to expose the \"Invalid file extension\" outcome.")]
    public bool ExposeInvalidFileExtensionOutcome { get; set; }

    /// <summary>Whether a file of a wrong media type goes on by an outcome instead of being answered with 415.</summary>
    [Input(Category = "Outcomes", Description = "A value indicating whether to expose the \"Invalid file MIME type\" outcome.")]
    public bool ExposeInvalidFileMimeTypeOutcome { get; set; }

    /// <summary>The content: of JSON the value (its text, if a text variable takes it), of a form the fields, of text the text.</summary>
    [Output(Description = "The parsed request content, if any.")]
    public Output<JsonNode?> ParsedContent { get; set; } = null!;

    /// <summary>The files: <c>{Name, FileName, ContentType, Length, Content}</c>, content in base64.</summary>
    [Output(TypeName = "FormFile[]", Description = "The uploaded files, if any.", IsSerializable = false)]
    public Output<JsonArray?> Files { get; set; } = null!;

    /// <summary>The first file.</summary>
    [Output(TypeName = "FormFile", Description = "The first uploaded file, if any.", IsSerializable = false)]
    public Output<JsonNode?> File { get; set; } = null!;

    /// <summary>The values of the route's parameters.</summary>
    [Output(Description = "The parsed route data, if any.")]
    public Output<JsonObject> RouteData { get; set; } = null!;

    /// <summary>The query: text, or a list for a name that occurs more than once.</summary>
    [Output(Description = "The querystring data, if any.")]
    public Output<JsonObject> QueryStringData { get; set; } = null!;

    /// <summary>The headers: text, or a list for a name that occurs more than once.</summary>
    [Output(Description = "The headers, if any.")]
    public Output<JsonObject> Headers { get; set; } = null!;

    /// <summary>The request: <c>{Method, Path, ContentType, ContentLength}</c>.</summary>
    [Output(TypeName = "HttpRequest", IsSerializable = false)]
    public Output<JsonNode?> Result { get; set; } = null!;

    /// <inheritdoc />
    protected internal override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.TryTakeTrigger(out _) && context.Host.Get<IHttpExchange>() is { } exchange)
        {
            return ReceiveAsync(context, exchange, isStart: true);
        }

        Wait(context);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected internal override ValueTask ResumeAsync(ActivityExecutionContext context, Resumption resumption) =>
        ReceiveAsync(context, context.Require<IHttpExchange>(), isStart: false);

    /// <inheritdoc />
    protected internal override IEnumerable<Stimulus> GetTriggers(ActivityExecutionContext context) => Stimuli(context);

    private void Wait(ActivityExecutionContext context)
    {
        foreach (var stimulus in Stimuli(context))
        {
            context.CreateBookmark(stimulus);
        }
    }

    private List<Stimulus> Stimuli(ActivityExecutionContext context)
    {
        var path = context.Get(Path) ?? "";

        if (path.Contains("//", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("Path cannot contain double slashes (//)");
        }

        var methods = context.Get(SupportedMethods) ?? ["GET"];
        return [.. methods.Select(method => HttpStimulus.Of(path, method) with { Details = Details(context) })];
    }

    private JsonObject Details(ActivityExecutionContext context)
    {
        var details = new JsonObject { ["authorize"] = context.Get(Authorize) };
        AddIfGiven(context, details, "policy", nameof(Policy));
        AddIfGiven(context, details, "requestTimeout", nameof(RequestTimeout));
        AddIfGiven(context, details, "requestSizeLimit", nameof(RequestSizeLimit));
        return details;
    }

    private static void AddIfGiven(ActivityExecutionContext context, JsonObject details, string name, string input)
    {
        if (context.GetInput(input) is { } value)
        {
            details[name] = value.DeepClone();
        }
    }

    private async ValueTask ReceiveAsync(ActivityExecutionContext context, IHttpExchange exchange, bool isStart)
    {
        var request = exchange.Request;
        context.Set(Result, RequestOf(request));
        context.Set(RouteData, new JsonObject(request.RouteValues.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)JsonValue.Create(value.Value)))));
        context.Set(QueryStringData, HttpValues.FieldsOf(request.Query));
        context.Set(Headers, HttpValues.FieldsOf(request.Headers));

        if (new HttpUploadRules(this, context).Check(request) is { } objection)
        {
            await RefuseAsync(context, exchange, objection, isStart);
            return;
        }

        try
        {
            ReadContent(context, request);
        }
        catch (JsonException e)
        {
            await RefuseAsync(context, exchange, HttpObjection.Malformed(e), isStart);
            return;
        }

        await context.CompleteAsync();
    }

    private void ReadContent(ActivityExecutionContext context, HttpRequestData request)
    {
        if (request.Form is { } form)
        {
            context.Set(ParsedContent, (JsonNode?)HttpValues.FieldsOf(form.Fields));
            var files = form.Files.Select(FileOf).ToArray();

            if (files.Length > 0)
            {
                context.Set(Files, new JsonArray(files));
                context.Set(File, files[0].DeepClone());
            }
        }
        else if (!request.Body.IsEmpty)
        {
            // Elsa 3.8 parses for the variable that takes the value; without one it keeps the text.
            var target = context.TargetTypeOf(nameof(ParsedContent));
            context.Set(ParsedContent, HttpValues.Read(request.Body, request.ContentType, target is null || target == typeof(string)));
        }
    }

    /// <summary>
    /// Answers a request that may not pass. A workflow that it would have started is over; one that waits goes on waiting: somebody
    /// else's bad request must not end it. (Elsa 3.8 leaves both hanging for ever, see docs/workflows/differences.md.)
    /// </summary>
    private async ValueTask RefuseAsync(ActivityExecutionContext context, IHttpExchange exchange, HttpObjection objection, bool isStart)
    {
        if (objection.Outcome is { } outcome)
        {
            await context.CompleteAsync(outcome);
            return;
        }

        exchange.Response = objection.ToResponse();
        context.Journal("Refused", (string?)objection.Body["message"]);

        if (isStart)
        {
            context.FinishWorkflow();
        }
        else
        {
            context.RemoveBookmarks();
            Wait(context);
        }
    }

    private static JsonObject RequestOf(HttpRequestData request) => new()
    {
        ["Method"] = request.Method,
        ["Path"] = request.Path,
        ["ContentType"] = request.ContentType,
        ["ContentLength"] = request.ContentLength,
    };

    private static JsonObject FileOf(HttpFileData file)
    {
        var json = HttpValues.FileOf(file.FileName, file.ContentType, file.Content);
        json["Name"] = file.Name;
        return json;
    }
}
