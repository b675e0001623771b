using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Workflows;

/// <summary>Raises events and hands in results of tasks.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapPost("/events/{eventName}/trigger", TriggerAsync);
        api.MapPost("/tasks/{taskId}/complete", CompleteAsync);
    }

    private static async Task<IResult> TriggerAsync(string eventName, ElsaBody<EventBody> body, HttpContext context, EventDesk desk, CancellationToken cancellation)
    {
        var given = body.Value;
        var trigger = new EventTrigger(eventName, given.Input)
        {
            CorrelationId = Filled(given.CorrelationId),
            InstanceId = Filled(given.WorkflowInstanceId),
            ActivityInstanceId = Filled(given.ActivityInstanceId),
        };
        await desk.TriggerAsync(context.User.Actor(), trigger, IsSynchronous(given.WorkflowExecutionMode), cancellation);
        return Results.Ok();
    }

    private static async Task<IResult> CompleteAsync(string taskId, ElsaBody<TaskBody> body, HttpContext context, EventDesk desk, CancellationToken cancellation)
    {
        await desk.CompleteTaskAsync(context.User.Actor(), taskId, body.Value.Result, cancellation);
        return Results.Ok();
    }

    private static bool IsSynchronous(string? mode) => mode switch
    {
        null or "" => false,
        _ when mode.Equals("Asynchronous", StringComparison.OrdinalIgnoreCase) => false,
        _ when mode.Equals("Synchronous", StringComparison.OrdinalIgnoreCase) => true,
        _ => throw UseCaseException.Invalid("/workflowExecutionMode", "unknown_mode", "The mode is Asynchronous or Synchronous."),
    };

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    internal sealed record EventBody(string? WorkflowInstanceId, string? CorrelationId, string? ActivityInstanceId, JsonNode? Input, string? WorkflowExecutionMode);

    internal sealed record TaskBody(JsonNode? Result);
}
