using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Paging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/alerts</c>: what somebody should know of.</summary>
internal static class AlertsApi
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts").WithTags("alerts");
        alerts.MapGet("", ListAsync).Says("listAlerts", "Alerts, last seen first; `open` limits them to those whose cause stands (true) or is gone (false).").Fails(422);
        alerts.MapGet("/{id:guid}", GetAsync).Says("getAlert", "One alert.").Fails(404);
        alerts.MapPost("/{id:guid}/acknowledge", AcknowledgeAsync).Says("acknowledgeAlert", "Notes that somebody has taken notice. The alert ends by itself when its cause is gone.").Fails(404);
    }

    private static async Task<Ok<Page<AlertRow>>> ListAsync(
        AlertDesk desk, Caller caller, bool? open, string? kind, string? adapter, [AsParameters] Paging paging, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ListAsync(caller, new() { Open = open, Kind = Words.Optional<AlertKind>(kind, "kind"), Adapter = adapter }, paging.ToRequest(), cancellation));

    private static async Task<Ok<AlertRow>> GetAsync(AlertDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.GetAsync(caller, id, cancellation));

    private static async Task<Ok<AlertRow>> AcknowledgeAsync(AlertDesk desk, Caller caller, Guid id, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.AcknowledgeAsync(caller, id, cancellation));
}
