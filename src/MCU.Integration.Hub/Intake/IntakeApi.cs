using System.Diagnostics;
using System.Text.Json;
using MCU.Integration.Hub.Api;
using MCU.Integration.Hub.Problems;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Problems;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MCU.Integration.Hub.Intake;

/// <summary><c>POST /api/v1/adapters/{adapter}/messages/{type}</c>: the way in for systems that push.</summary>
internal static class IntakeApi
{
    private const string Json = "application/json";

    public static void MapIntake(this IEndpointRouteBuilder api) =>
        api.MapPost("/adapters/{adapter}/messages/{type}", AcceptAsync)
            .WithTags("adapters")
            .Says("sendMessage", "Takes a document in; the answer comes when it is durable. The same document again gets the same answer.")
            .WithDescription("Authenticated by an API key with the adapter in its scope, or by a Standard Webhooks signature. A CloudEvents 1.0 envelope is accepted; its source and id are then the key.")
            .Accepts<JsonElement>(Json, CloudEvent.MediaType)
            .Produces<Accepted>(StatusCodes.Status202Accepted)
            .Fails(400, 404, 408, 413, 415, 422)
            .WithMetadata(IntakeRoute.Instance)

            // The sender is judged here: a signature covers the body, which no authentication handler has read.
            .AllowAnonymous();

    private static async Task<IResult> AcceptAsync(
        string adapter,
        string type,
        HttpContext context,
        IntakeSender sender,
        BodyReader reader,
        IMessageIntake intake,
        IOptions<IntakeOptions> options,
        CancellationToken cancellation)
    {
        var isSigned = IntakeSender.IsSigned(context.Request);
        if (!isSigned && sender.Judge(context, adapter) is { } refused)
        {
            return refused;
        }

        if (WrongMediaType(context.Request, out var isEvent) is { } unsupported)
        {
            return unsupported;
        }

        var body = await reader.ReadAsync(context);
        if (isSigned && await sender.VerifyAsync(context.Request, adapter, body, cancellation) is { } forged)
        {
            return forged;
        }

        string? dedupKey = null;
        if (isEvent)
        {
            var (read, problems) = CloudEvent.Read(body, new() { MaxBytes = options.Value.MaxBytes, MaxDepth = options.Value.MaxDepth });
            if (read is null)
            {
                return Malformed(problems);
            }

            (body, dedupKey) = read;
        }

        var result = await intake.AcceptAsync(
            new(adapter, type, body, IntakeSource.Push) { DedupKey = dedupKey, TraceParent = Activity.Current?.Id },
            cancellation);
        return Answer(context, adapter, type, result);
    }

    private static IResult Answer(HttpContext context, string adapter, string type, IntakeResult result) => result.Kind switch
    {
        IntakeResultKind.Accepted or IntakeResultKind.Duplicate => TypedResults.Accepted($"{ApiRoutes.Root}/messages/{result.MessageId}", new Accepted(result.MessageId!.Value)),
        IntakeResultKind.KeyReused => new ProblemResult(
            StatusCodes.Status422UnprocessableEntity, ProblemCode.KeyReused, $"A message with the same key and other content was taken in before: {result.MessageId}."),
        IntakeResultKind.Invalid => new ProblemResult(
            StatusCodes.Status422UnprocessableEntity, ProblemCode.Invalid, $"The document does not fit the schema of '{type}'; it was kept as rejected message {result.MessageId}.", result.Problems),
        IntakeResultKind.Malformed => Malformed(result.Problems),
        IntakeResultKind.UnknownAdapter => new ProblemResult(StatusCodes.Status404NotFound, ProblemCode.NotFound, $"There is no adapter '{adapter}'."),
        IntakeResultKind.UnknownDocumentType => new ProblemResult(StatusCodes.Status404NotFound, ProblemCode.NotFound, $"The adapter '{adapter}' sends no document type '{type}'."),
        _ => throw new UnreachableException(),
    };

    private static ProblemResult Malformed(IReadOnlyList<Problem> problems) =>
        new(StatusCodes.Status400BadRequest, ProblemCode.Malformed, "The document cannot be read; nothing was kept.", problems);

    private static ProblemResult? WrongMediaType(HttpRequest request, out bool isEvent)
    {
        isEvent = false;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return Unsupported($"The body must be {Json} or {CloudEvent.MediaType}.");
        }

        isEvent = type.MediaType.Equals(CloudEvent.MediaType, StringComparison.OrdinalIgnoreCase);
        if (!isEvent && !type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase))
        {
            return Unsupported($"The body must be {Json} or {CloudEvent.MediaType}.");
        }

        return type.Charset.HasValue && !type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Unsupported("The body must be UTF-8.")
            : request.Headers.ContentEncoding.Count > 0 ? Unsupported("The body must not be compressed.")
            : null;
    }

    private static ProblemResult Unsupported(string detail) => new(StatusCodes.Status415UnsupportedMediaType, ProblemCode.UnsupportedMediaType, detail);

    /// <param name="Id">Id of the message that was stored, now or the first time.</param>
    internal sealed record Accepted(MessageId Id);
}
