using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>What people do to instances that exist.</summary>
internal static class ControlEndpoints
{
    private const int MostAtOnce = 10_000;

    public static void MapInstanceControl(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cancel/workflow-instances/{instanceId}", CancelAsync);
        api.MapPost("/bulk-actions/cancel/workflow-instances", CancelManyAsync);
        api.MapDelete("/workflow-instances/{instanceId}", DeleteAsync);
        api.MapPost("/bulk-actions/delete/workflow-instances/by-id", DeleteManyAsync);
        api.MapPost("/workflow-instances/{instanceId}/variables", PatchVariablesAsync);
        api.MapPost("/alterations/workflows/retry", RetryAsync);
    }

    private static async Task<IResult> CancelAsync(string instanceId, HttpContext context, ControlDesk desk, CancellationToken cancellation)
    {
        await desk.CancelAsync(context.User.Actor(), instanceId, cancellation);
        return Results.Ok();
    }

    private static async Task<IResult> CancelManyAsync(ElsaBody<CancelBody> body, HttpContext context, ControlDesk desk, CancellationToken cancellation)
    {
        var filter = await FilterAsync(body.Value, desk, cancellation);
        var cancelled = filter is null ? 0 : await desk.CancelManyAsync(context.User.Actor(), filter, cancellation);
        return ElsaJson.Ok(new { cancelledCount = cancelled });
    }

    private static async Task<IResult> DeleteAsync(string instanceId, HttpContext context, ControlDesk desk, CancellationToken cancellation) =>
        await desk.DeleteAsync(context.User.Actor(), [instanceId], cancellation) > 0
            ? Results.NoContent()
            : throw UseCaseException.NotFound($"workflow instance {instanceId}");

    private static async Task<IResult> DeleteManyAsync(ElsaBody<IdsBody> body, HttpContext context, ControlDesk desk, CancellationToken cancellation) =>
        ElsaJson.Ok(new { deletedCount = await desk.DeleteAsync(context.User.Actor(), Limited(body.Value.Ids, "/ids"), cancellation) });

    private static async Task<IResult> PatchVariablesAsync(
        string instanceId, ElsaBody<VariablesBody> body, HttpContext context, ControlDesk desk, CancellationToken cancellation)
    {
        var values = (body.Value.Variables ?? []).Select((variable, index) => KeyValuePair.Create(
            variable.Id ?? throw UseCaseException.Invalid($"/variables/{index}/id", "required", "A variable is named by its id."), variable.Value)).ToList();
        var patched = await desk.PatchVariablesAsync(context.User.Actor(), instanceId, values, cancellation);
        return ElsaJson.Ok(new { items = patched, count = patched.Count });
    }

    private static async Task<IResult> RetryAsync(ElsaBody<RetryBody> body, HttpContext context, ControlDesk desk, CancellationToken cancellation)
    {
        List<object> results = [];
        foreach (var id in Limited(body.Value.WorkflowInstanceIds, "/workflowInstanceIds"))
        {
            var state = await desk.RetryAsync(context.User.Actor(), id, cancellation);
            results.Add(new { workflowInstanceId = id, status = state.Status, subStatus = state.SubStatus });
        }

        return ElsaJson.Ok(new { results });
    }

    private static async Task<InstanceFilter?> FilterAsync(CancelBody body, ControlDesk desk, CancellationToken cancellation)
    {
        if (body.Ids is { Count: > 0 } ids)
        {
            return new() { Ids = Limited(ids, "/ids") };
        }

        if (body.DefinitionVersionId is { Length: > 0 } versionId)
        {
            return new() { DefinitionVersionId = versionId };
        }

        var version = VersionOptions.Parse(body.VersionOptions, VersionOptions.All)
            ?? throw UseCaseException.Invalid("/versionOptions", "unknown_version_options", "These version options are not known.");

        // Nothing named is nothing meant: an empty body must not end every instance of the hub.
        return body.DefinitionId is { Length: > 0 } definitionId ? await desk.FilterAsync(definitionId, version, cancellation) : null;
    }

    private static List<string> Limited(IReadOnlyList<string>? ids, string pointer) => ids is not { Count: > MostAtOnce }
        ? [.. ids ?? []]
        : throw UseCaseException.Invalid(pointer, "too_many", $"At most {MostAtOnce} at once.");

    internal sealed record CancelBody(IReadOnlyList<string>? Ids, string? DefinitionId, string? DefinitionVersionId, string? VersionOptions);

    internal sealed record IdsBody(IReadOnlyList<string>? Ids);

    internal sealed record RetryBody(IReadOnlyList<string>? WorkflowInstanceIds);

    internal sealed record VariablesBody(IReadOnlyList<VariableBody>? Variables);

    internal sealed record VariableBody(string? Id, JsonNode? Value);
}
