using System.ComponentModel;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Paging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/deliveries</c>: outbound messages and what was done for them.</summary>
internal static class DeliveriesApi
{
    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").WithTags("deliveries");
        deliveries.MapGet("", ListAsync).Says("listDeliveries", "Deliveries, newest first.").Fails(422);
        deliveries.MapGet("/{id:guid}", GetAsync).Says("getDelivery", "A delivery with its steps and attempts.").Fails(404);
        deliveries.MapPost("/{id:guid}/replay", ReplayAsync).Says("replayDelivery", "Sends a dead, refused or held delivery again with the same keys.").Fails(404, 409);
        deliveries.MapPost("/{id:guid}/send-as-new", SendAsNewAsync).Says("sendDeliveryAsNew", "Sends a delivery that is over or held again under new keys: the other side cannot recognise it.").Fails(404, 409);
        deliveries.MapPost("/{id:guid}/release", ReleaseAsync).Says("releaseDelivery", "Lets younger deliveries pass a dead or held one.").Fails(404, 409);
    }

    private static async Task<Ok<Page<DeliveryRow>>> ListAsync(
        DeliveryDesk desk,
        Caller caller,
        string? adapter,
        [Description("`waiting`, `delivered`, `refused`, `superseded`, `held` or `dead`.")] string? state,
        [Description("Id of a case.")] string? caseId,
        [Description("Id of the message that caused it.")] string? causedBy,
        [AsParameters] Paging paging,
        CancellationToken cancellation) => TypedResults.Ok(await desk.ListAsync(
            caller,
            new()
            {
                Adapter = adapter,
                State = Words.Optional<DeliveryState>(state, "state"),
                CaseId = Words.OptionalId<CaseId>(caseId, "caseId"),
                CausedBy = Words.OptionalId<MessageId>(causedBy, "causedBy"),
            },
            paging.ToRequest(),
            cancellation));

    private static async Task<Ok<DeliveryDetails>> GetAsync(DeliveryDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.GetAsync(caller, DeliveryId.From(id), cancellation));

    private static async Task<Ok<DeliveryRow>> ReplayAsync(DeliveryDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ReplayAsync(caller, DeliveryId.From(id), cancellation));

    private static async Task<Ok<DeliveryRow>> SendAsNewAsync(DeliveryDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.SendAsNewAsync(caller, DeliveryId.From(id), cancellation));

    private static async Task<Ok<DeliveryRow>> ReleaseAsync(DeliveryDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ReleaseAsync(caller, DeliveryId.From(id), cancellation));
}
