using System.Security.Claims;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Workflows.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>What single activities of an instance did.</summary>
internal static class ExecutionEndpoints
{
    public static void MapActivityExecutions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/activity-executions/list", (ClaimsPrincipal user, ElsaQuery query, InstanceReader reader, CancellationToken cancellation) =>
            ListAsync(user, query, reader, ExecutionShapes.Full, cancellation));
        api.MapGet("/activity-execution-summaries/list", (ClaimsPrincipal user, ElsaQuery query, InstanceReader reader, CancellationToken cancellation) =>
            ListAsync(user, query, reader, ExecutionShapes.Summary, cancellation));
        api.MapGet("/activity-executions/count", CountAsync);
        api.MapPost("/activity-executions/report", ReportAsync);
        api.MapGet("/activity-executions/by-id", (ClaimsPrincipal user, ElsaQuery query, InstanceReader reader, CancellationToken cancellation) =>
            GetAsync(user, query.Text("id") ?? "", reader, cancellation));
        api.MapGet("/activity-executions/{id}", GetAsync);
        api.MapGet("/activity-executions/{id}/call-stack", CallStackAsync);
    }

    private static async Task<IResult> ListAsync(
        ClaimsPrincipal user, ElsaQuery query, InstanceReader reader, Func<InstanceHistory, ActivityExecution, JsonObject> shape, CancellationToken cancellation)
    {
        var (history, executions) = await SelectAsync(user, query, reader, cancellation);
        return ElsaJson.List([.. executions.Select(execution => shape(history, execution))]);
    }

    private static async Task<IResult> CountAsync(ClaimsPrincipal user, ElsaQuery query, InstanceReader reader, CancellationToken cancellation) =>
        ElsaJson.Ok(new { count = (await SelectAsync(user, query, reader, cancellation)).Executions.Count });

    private static async Task<IResult> ReportAsync(ClaimsPrincipal user, ElsaBody<ReportRequest> body, InstanceReader reader, CancellationToken cancellation)
    {
        var instanceId = body.Value.WorkflowInstanceId ?? throw UseCaseException.Invalid("/workflowInstanceId", "required", "The instance is missing.");
        var history = await reader.HistoryAsync(user.Actor(), instanceId, cancellation);
        var byNode = history.Executions.ToLookup(execution => execution.ActivityNodeId, StringComparer.Ordinal);
        var nodes = (body.Value.ActivityNodeIds ?? []).Where(node => !string.IsNullOrEmpty(node)).Distinct(StringComparer.Ordinal).Where(byNode.Contains);
        return ElsaJson.Ok(new JsonObject { ["stats"] = new JsonArray([.. nodes.Select(node => ExecutionShapes.Stats(node, [.. byNode[node]]))]) });
    }

    private static async Task<IResult> GetAsync(ClaimsPrincipal user, string id, InstanceReader reader, CancellationToken cancellation)
    {
        var (history, execution) = await FindAsync(user, id, reader, cancellation);
        return ElsaJson.Ok(ExecutionShapes.Full(history, execution));
    }

    private static async Task<IResult> CallStackAsync(ClaimsPrincipal user, string id, ElsaQuery query, InstanceReader reader, CancellationToken cancellation)
    {
        var (history, execution) = await FindAsync(user, id, reader, cancellation);
        var chain = CallStack(history, execution);
        return ElsaJson.Ok(new JsonObject
        {
            ["activityExecutionId"] = id,
            ["items"] = new JsonArray([.. chain.Skip(query.Number("skip") ?? 0).Take(query.Number("take") ?? int.MaxValue).Select(link => ExecutionShapes.Full(history, link))]),
            ["totalCount"] = chain.Count,
        });
    }

    /// <summary>Who scheduled whom, the workflow first.</summary>
    private static List<ActivityExecution> CallStack(InstanceHistory history, ActivityExecution execution)
    {
        var byId = history.Executions.ToDictionary(known => known.Id);
        var chain = new List<ActivityExecution>();
        for (var link = execution; link is not null && !chain.Contains(link); link = link.SchedulingActivityExecutionId is { } id ? byId.GetValueOrDefault(id) : null)
        {
            chain.Add(link);
        }

        chain.Reverse();
        return chain;
    }

    private static async Task<(InstanceHistory History, IReadOnlyList<ActivityExecution> Executions)> SelectAsync(
        ClaimsPrincipal user, ElsaQuery query, InstanceReader reader, CancellationToken cancellation)
    {
        var instanceId = query.Text("WorkflowInstanceId") ?? throw UseCaseException.Invalid("/workflowInstanceId", "required", "The instance is missing.");
        var history = await reader.HistoryAsync(user.Actor(), instanceId, cancellation);
        var node = query.Text("ActivityNodeId");
        var completed = query.Flag("Completed");
        return (history, [.. history.Executions.Where(execution =>
            (node is null || execution.ActivityNodeId == node) && (completed is null || execution.CompletedAt is not null == completed))]);
    }

    private static async Task<(InstanceHistory History, ActivityExecution Execution)> FindAsync(ClaimsPrincipal user, string id, InstanceReader reader, CancellationToken cancellation)
    {
        var (instanceId, executionId) = ExecutionKey.Parse(id) ?? throw UseCaseException.NotFound("such activity execution");
        var history = await reader.HistoryAsync(user.Actor(), instanceId, cancellation);
        return (history, history.Executions.FirstOrDefault(execution => execution.Id == executionId) ?? throw UseCaseException.NotFound("such activity execution"));
    }
}
