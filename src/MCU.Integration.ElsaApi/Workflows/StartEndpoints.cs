using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.HttpWorkflows;
using MCU.Integration.ElsaApi.Instances;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Workflows.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Workflows;

/// <summary>Runs workflows.</summary>
internal static class StartEndpoints
{
    private const string CannotStartHeader = "x-elsa-workflow-cannot-start";
    private const string InstanceHeader = "x-elsa-workflow-instance-id";

    public static void MapStarts(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/{definitionId}/execute", ExecuteAsync);
        api.MapPost("/workflow-definitions/{definitionId}/dispatch", DispatchAsync);
        api.MapPost("/workflow-definitions/{definitionId}/bulk-dispatch", BulkDispatchAsync);
    }

    private static async Task<IResult> ExecuteAsync(string definitionId, ElsaBody<StartBody> body, HttpContext context, StartDesk desk, CancellationToken cancellation)
    {
        var exchange = new HttpExchange(HttpRequestReader.Head(context.Request, "/"));
        var result = await desk.ExecuteAsync(context.User.Actor(), RequestOf(definitionId, body.Value), exchange, cancellation);
        if (result.InstanceId is { } && exchange.Response is { } answer)
        {
            // What the workflow answers by itself takes the place of everything.
            return new WorkflowAnswer(answer);
        }

        var headers = context.Response.Headers;
        headers[CannotStartHeader] = result.InstanceId is null ? "True" : "False";
        if (result.InstanceId is { } id)
        {
            headers[InstanceHeader] = id;
        }

        return result switch
        {
            { InstanceId: null } => Results.Ok(),
            { State: { } state } => ElsaJson.With(StatusOf(state, context.Request), new { workflowState = WorkflowStateJson.Of(state) }),
            _ => Results.StatusCode(StatusCodes.Status202Accepted),
        };
    }

    // A real server says 500 of a run that faulted. A page (browsers name its origin with every post) gets 200: the browser would report a broken server, the designer
    // goes by the header.
    private static int StatusOf(WorkflowState state, HttpRequest request) =>
        state.SubStatus == WorkflowSubStatus.Faulted && request.Headers.Origin.Count == 0 ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;

    private static async Task<IResult> DispatchAsync(string definitionId, ElsaBody<StartBody> body, HttpContext context, StartDesk desk, CancellationToken cancellation)
    {
        var ids = await desk.DispatchAsync(context.User.Actor(), RequestOf(definitionId, body.Value), 1, cancellation);
        return ElsaJson.Ok(new { workflowInstanceId = ids[0] });
    }

    private static async Task<IResult> BulkDispatchAsync(string definitionId, ElsaBody<StartBody> body, HttpContext context, StartDesk desk, CancellationToken cancellation)
    {
        var ids = await desk.DispatchAsync(context.User.Actor(), RequestOf(definitionId, body.Value), body.Value.Count ?? 1, cancellation);
        return ElsaJson.Ok(new { workflowInstanceIds = ids });
    }

    private static ExecuteRequest RequestOf(string definitionId, StartBody body) => new(definitionId)
    {
        Version = VersionOptions.Parse(body.VersionOptions, VersionOptions.Published)
            ?? throw UseCaseException.Invalid("/versionOptions", "unknown_version_options", "These version options are not known."),
        InstanceId = Id(body.InstanceId, "/instanceId"),
        CorrelationId = Id(body.CorrelationId, "/correlationId"),
        Name = body.Name,
        TriggerActivityId = body.TriggerActivityId,
        Input = body.Input,
        Variables = body.Variables,
    };

    private static string? Id(string? id, string pointer) => id switch
    {
        null or "" => null,
        { Length: > 200 } => throw UseCaseException.Invalid(pointer, "too_long", "An id has at most 200 characters."),
        _ => id,
    };

    internal sealed record StartBody(
        string? InstanceId,
        string? CorrelationId,
        string? Name,
        string? TriggerActivityId,
        string? VersionOptions,
        JsonObject? Input,
        JsonObject? Variables,
        int? Count);
}
