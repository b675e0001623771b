using System.Text.Json;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/adapters</c>: connections to outside systems.</summary>
internal static class AdaptersApi
{
    public static void MapAdapters(this IEndpointRouteBuilder api)
    {
        var adapters = api.MapGroup("/adapters").WithTags("adapters");
        adapters.MapGet("", ListAsync).Says("listAdapters", "Adapters with their health.");
        adapters.MapGet("/{adapter}", GetAsync).Says("getAdapter", "One adapter with its health.").Fails(404);
        adapters.MapPost("/{adapter}/pause", PauseAsync).Says("pauseAdapter", "Stops polls and deliveries; what is due waits.").Fails(400, 404, 422);
        adapters.MapPost("/{adapter}/resume", ResumeAsync).Says("resumeAdapter", "Goes on with polls and deliveries.").Fails(404);
        adapters.MapGet("/{adapter}/settings", SettingsAsync).Says("getAdapterSettings", "Address and credentials; secrets show only that they are set.").Fails(404);
        adapters.MapPatch("/{adapter}/settings", ChangeSettingsAsync).Says("changeAdapterSettings", "Replaces the given settings (null takes one away) and keeps the others.").Fails(400, 404, 415, 422);
        adapters.MapPost("/{adapter}/check", CheckAsync).Says("checkAdapter", "Asks the system one harmless question with the settings in force and says which stage failed: settings, network, sign_in or answer.").Fails(404);
    }

    private static async Task<Ok<ConnectionCheck>> CheckAsync(AdapterDesk desk, Caller caller, string adapter, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.CheckAsync(caller, adapter, cancellation));

    private static async Task<Ok<IReadOnlyList<AdapterResource>>> ListAsync(AdapterDesk desk, Caller caller, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<AdapterResource>>([.. (await desk.ListAsync(caller, cancellation)).Select(AdapterResource.Of)]);

    private static async Task<Ok<AdapterResource>> GetAsync(AdapterDesk desk, Caller caller, string adapter, CancellationToken cancellation) =>
        TypedResults.Ok(AdapterResource.Of(await desk.GetAsync(caller, adapter, cancellation)));

    private static async Task<Ok<AdapterResource>> PauseAsync(AdapterDesk desk, Caller caller, string adapter, PauseRequest? request, CancellationToken cancellation) =>
        TypedResults.Ok(AdapterResource.Of(await desk.PauseAsync(caller, adapter, request?.Reason, cancellation)));

    private static async Task<Ok<AdapterResource>> ResumeAsync(AdapterDesk desk, Caller caller, string adapter, CancellationToken cancellation) =>
        TypedResults.Ok(AdapterResource.Of(await desk.ResumeAsync(caller, adapter, cancellation)));

    private static async Task<Ok<IReadOnlyDictionary<string, string>>> SettingsAsync(AdapterDesk desk, Caller caller, string adapter, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.SettingsAsync(caller, adapter, cancellation));

    private static async Task<Ok<IReadOnlyDictionary<string, string>>> ChangeSettingsAsync(AdapterDesk desk, Caller caller, string adapter, JsonElement changes, CancellationToken cancellation) =>
        changes.ValueKind == JsonValueKind.Object
            ? TypedResults.Ok(await desk.ChangeSettingsAsync(caller, adapter, changes, cancellation))
            : throw UseCaseException.Invalid("", "not_an_object", "The settings are a JSON object.");

    /// <param name="Reason">For the others; never personal.</param>
    internal sealed record PauseRequest(string? Reason = null);
}
