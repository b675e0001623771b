using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Work;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/dead</c>: what was given up and can be replayed.</summary>
internal static class DeadApi
{
    public static void MapDead(this IEndpointRouteBuilder api)
    {
        var dead = api.MapGroup("/dead").WithTags("dead");
        dead.MapGet("/messages", MessagesAsync).Says("listDeadMessages", "Dead messages, newest first.").Fails(422);
        dead.MapGet("/deliveries", DeliveriesAsync).Says("listDeadDeliveries", "Dead deliveries, newest first.").Fails(422);
        dead.MapGet("/items", WorkAsync).Says("listDeadWork", "Work without a message that was given up: faulted continuations, timers, started workflows; newest first.").Fails(422);
        dead.MapPost("/items/{id:guid}/replay", ReplayWorkAsync).Says("replayDeadWork", "Sends it round again: its instance goes on at the faulted activity.").Fails(404);
    }

    private static Task<Ok<Page<MessageResource>>> MessagesAsync(MessageDesk desk, Caller caller, string? adapter, [AsParameters] Paging paging, CancellationToken cancellation) =>
        MessagesApi.PageAsync(desk, caller, new() { Adapter = adapter, State = MessageState.Dead }, paging, cancellation);

    private static async Task<Ok<Page<DeliveryRow>>> DeliveriesAsync(DeliveryDesk desk, Caller caller, string? adapter, [AsParameters] Paging paging, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ListAsync(caller, new() { Adapter = adapter, State = DeliveryState.Dead }, paging.ToRequest(), cancellation));

    private static async Task<Ok<Page<DeadWorkItem>>> WorkAsync(DeadWorkDesk desk, Caller caller, [AsParameters] Paging paging, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ListAsync(caller, paging.ToRequest(), cancellation));

    private static async Task<NoContent> ReplayWorkAsync(DeadWorkDesk desk, Caller caller, Guid id, CancellationToken cancellation)
    {
        await desk.ReplayAsync(caller, WorkItemId.From(id), cancellation);
        return TypedResults.NoContent();
    }
}
