using System.Security.Claims;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Instances;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>Tries single activities.</summary>
internal static class TestEndpoints
{
    public static void MapActivityTests(this IEndpointRouteBuilder api) => api.MapPost("/tests/activities", RunAsync);

    private static async Task<IResult> RunAsync(ClaimsPrincipal user, ElsaBody<TestRequest> body, DefinitionDesk desk, ActivityTest test, CancellationToken cancellation)
    {
        var actor = user.Actor();
        var activity = body.Value.ActivityHandle is { ActivityId: not null } or { ActivityNodeId: not null } ? body.Value.ActivityHandle
            : throw UseCaseException.Invalid("/activityHandle", "required", "The activity is missing.");
        var row = await VersionAsync(actor, body.Value.WorkflowDefinitionHandle, desk, cancellation);
        var execution = await test.RunAsync(
            actor,
            row,
            json => activity.ActivityNodeId is { } nodeId ? json["nodeId"].AsString() == nodeId : json["id"].AsString() == activity.ActivityId,
            cancellation);
        return ElsaJson.Ok(ElsaJson.WithoutNulls(new()
        {
            ["activityState"] = execution.ActivityState.DeepClone(),
            ["outputs"] = execution.Outputs.DeepClone(),
            ["payload"] = execution.Payload?.DeepClone() ?? new JsonObject(),
            ["exception"] = ExceptionJson.Of(execution.Exception, ValueSight.Plain),
            ["status"] = execution.Status.ToString(),
        }));
    }

    private static async Task<DefinitionRow> VersionAsync(Actor actor, TestRequest.WorkflowHandle? handle, DefinitionDesk desk, CancellationToken cancellation)
    {
        if (handle is { DefinitionVersionId: { Length: > 0 } versionId })
        {
            return await desk.GetVersionAsync(actor, versionId, cancellation);
        }

        return handle is { DefinitionId: { Length: > 0 } definitionId } && VersionOptions.Parse(handle.VersionOptions, VersionOptions.Latest) is { } versions
            ? await desk.GetAsync(actor, definitionId, versions, cancellation)
            : throw UseCaseException.Invalid("/workflowDefinitionHandle", "required", "The workflow is missing.");
    }
}
