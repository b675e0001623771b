using System.ComponentModel;
using System.Text.Json;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/messages</c>: documents that crossed the border.</summary>
internal static class MessagesApi
{
    private const int MostMinutes = 24 * 60;

    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var messages = api.MapGroup("/messages").WithTags("messages");
        messages.MapGet("", ListAsync).Says("listMessages", "Messages, newest first.").Fails(422);
        messages.MapGet("/rates", RatesAsync).Says("messageRates", "Messages per minute and adapter.").Fails(422);
        messages.MapGet("/{id:guid}", GetAsync).Says("getMessage", "One message, without its body.").Fails(404);
        messages.MapGet("/{id:guid}/body", BodyAsync).Says("getMessageBody", "The body of a message, masked unless the caller may see it and asks for it.")
            .Produces<JsonElement>(200, "application/json").Fails(404, 410, 422);
        messages.MapPost("/{id:guid}/replay", ReplayAsync).Says("replayMessage", "Sends a dead message round again.").Fails(404, 409);
    }

    internal static async Task<Ok<Page<MessageResource>>> PageAsync(MessageDesk desk, Caller caller, MessageFilter filter, Paging paging, CancellationToken cancellation)
    {
        var page = await desk.ListAsync(caller, filter, paging.ToRequest(), cancellation);
        return TypedResults.Ok(new Page<MessageResource>([.. page.Items.Select(MessageResource.Of)], page.Next));
    }

    private static Task<Ok<Page<MessageResource>>> ListAsync(
        MessageDesk desk,
        Caller caller,
        string? adapter,
        [Description("`in` or `out`.")] string? direction,
        string? type,
        [Description("`rejected`, `waiting`, `processed`, `dead` or `outbound`.")] string? state,
        [Description("Id of a case.")] string? caseId,
        [Description("Received at or after.")] DateTimeOffset? from,
        [Description("Received before.")] DateTimeOffset? before,
        [AsParameters] Paging paging,
        CancellationToken cancellation) => PageAsync(
            desk,
            caller,
            new()
            {
                Adapter = adapter,
                Direction = Words.Optional<MessageDirection>(direction, "direction"),
                DocumentType = type,
                State = Words.Optional<MessageState>(state, "state"),
                CaseId = Words.OptionalId<CaseId>(caseId, "caseId"),
                ReceivedFrom = from,
                ReceivedBefore = before,
            },
            paging,
            cancellation);

    private static async Task<Ok<IReadOnlyList<MessageRate>>> RatesAsync(
        MessageDesk desk,
        Caller caller,
        TimeProvider time,
        [Description("How far back, in minutes; 60 when absent, at most 1440.")] int? minutes,
        CancellationToken cancellation) => (minutes ?? 60) is var back and >= 1 and <= MostMinutes
            ? TypedResults.Ok(await desk.RatesAsync(caller, time.GetUtcNow() - TimeSpan.FromMinutes(back), cancellation))
            : throw UseCaseException.Invalid("/minutes", "out_of_range", $"The parameter 'minutes' is 1 to {MostMinutes}.");

    private static async Task<Ok<MessageResource>> GetAsync(MessageDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(MessageResource.Of(await desk.GetAsync(caller, MessageId.From(id), cancellation)));

    private static async Task<IResult> BodyAsync(
        MessageDesk desk,
        Caller caller,
        HttpContext context,
        Guid id,
        [Description("`raw` (as it crossed the border; the default) or `canonical`.")] string? part,
        [Description("Ask for personal values; a right of its own, and audited.")] bool? unmasked,
        CancellationToken cancellation)
    {
        var body = await desk.BodyAsync(caller, MessageId.From(id), Words.Optional<BodyPart>(part, "part") ?? BodyPart.Raw, unmasked ?? false, cancellation);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Hub-Masked"] = body.Masked ? "true" : "false";
        return TypedResults.Bytes(body.Content, "application/json");
    }

    private static async Task<Ok<MessageResource>> ReplayAsync(MessageDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(MessageResource.Of(await desk.ReplayAsync(caller, MessageId.From(id), cancellation)));
}
