using System.Security.Claims;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;
using MCU.Integration.Workflows.Definitions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>Lists and reads of instances.</summary>
internal static class InstanceEndpoints
{
    /// <summary>Elsa gives everything when no page is asked for; a hub that ran for months has too much of it.</summary>
    private const int MostRows = 1000;

    public static void MapInstances(this IEndpointRouteBuilder api)
    {
        var instances = api.MapGroup("/workflow-instances");
        instances.MapPost("/", (ClaimsPrincipal user, ElsaBody<InstanceListRequest> body, InstanceReader reader, CancellationToken cancellation) =>
            ListAsync(user, body.Value, reader, cancellation));
        instances.MapGet("/", (ClaimsPrincipal user, ElsaQuery query, InstanceReader reader, CancellationToken cancellation) =>
            ListAsync(user, FromQuery(query), reader, cancellation));
        instances.MapGet("/{id}", GetAsync);
        instances.MapGet("/{id}/execution-state", StateAsync);
        instances.MapGet("/{id}/variables", VariablesAsync);
        instances.MapGet("/{id}/journal", (ClaimsPrincipal user, string id, ElsaQuery query, InstanceReader reader, CancellationToken cancellation) =>
            JournalAsync(user, id, query, null, reader, cancellation));
        instances.MapPost("/{id}/journal", (ClaimsPrincipal user, string id, ElsaQuery query, ElsaBody<JournalRequest> body, InstanceReader reader, CancellationToken cancellation) =>
            JournalAsync(user, id, query, body.Value.Filter, reader, cancellation));
        instances.MapGet("/{id}/journal/{activityId}", LastEntryAsync);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, InstanceListRequest request, InstanceReader reader, CancellationToken cancellation)
    {
        var (items, total) = await reader.ListAsync(user.Actor(), request.ToFilter(), request.Page ?? 0, request.PageSize ?? MostRows, cancellation);
        return ElsaJson.Page(items.Select(InstanceShapes.Summary), total);
    }

    private static InstanceListRequest FromQuery(ElsaQuery query) => new()
    {
        Page = query.Number("Page"),
        PageSize = query.Number("PageSize"),
        SearchTerm = query.Text("SearchTerm"),
        DefinitionId = query.Text("DefinitionId"),
        DefinitionIds = query.List("DefinitionIds"),
        CorrelationId = query.Text("CorrelationId"),
        Version = query.Number("Version"),
        HasIncidents = query.Flag("HasIncidents"),
        IsSystem = query.Flag("IsSystem"),
        Status = query.Text("Status"),
        Statuses = query.List("Statuses"),
        SubStatus = query.Text("SubStatus"),
        SubStatuses = query.List("SubStatuses"),
        OrderBy = query.Text("OrderBy"),
        OrderDirection = query.Text("OrderDirection"),
    };

    private static async Task<IResult> GetAsync(ClaimsPrincipal user, string id, InstanceReader reader, CancellationToken cancellation) =>
        ElsaJson.Ok(InstanceShapes.Full(await reader.GetAsync(user.Actor(), id, cancellation)));

    private static async Task<IResult> StateAsync(ClaimsPrincipal user, string id, InstanceReader reader, CancellationToken cancellation) =>
        ElsaJson.Ok(InstanceShapes.ExecutionState(await reader.FindAsync(user.Actor(), id, cancellation)));

    private static async Task<IResult> VariablesAsync(ClaimsPrincipal user, string id, InstanceReader reader, WorkflowCache workflows, CancellationToken cancellation)
    {
        var instance = await reader.GetAsync(user.Actor(), id, cancellation);
        var values = instance.State.Activities.FirstOrDefault()?.Variables ?? [];
        var declared = await DeclaredAsync(instance, workflows, cancellation);
        return ElsaJson.List([.. declared.Select(variable => ElsaJson.WithoutNulls(new()
        {
            ["id"] = variable.Id,
            ["name"] = variable.Name,
            ["value"] = instance.Sight.Show(values.Find(value => value.Id == variable.Id)?.Value),
        }))]);
    }

    private static async Task<IReadOnlyList<VariableDefinition>> DeclaredAsync(InstanceView instance, WorkflowCache workflows, CancellationToken cancellation)
    {
        try
        {
            return (await workflows.GetAsync(instance.Row.DefinitionVersionId, cancellation)).Definition.Variables;
        }
        catch (ContentException)
        {
            // The version was deleted; the rest of the instance can still be looked at.
            return [];
        }
    }

    private static async Task<IResult> JournalAsync(
        ClaimsPrincipal user, string id, ElsaQuery query, JournalRequest.JournalFilter? filter, InstanceReader reader, CancellationToken cancellation)
    {
        var history = await reader.HistoryAsync(user.Actor(), id, cancellation);
        var entries = filter is null ? history.Entries : [.. history.Entries.Where(filter.Includes)];
        var size = query.Number("PageSize");
        var skip = query.Number("skip") ?? (query.Number("Page") ?? 0) * (size ?? 0);
        var take = query.Number("take") ?? size ?? int.MaxValue;
        return ElsaJson.Page(entries.Skip(skip).Take(take).Select(entry => JournalShapes.Entry(history, entry)), entries.Count);
    }

    private static async Task<IResult> LastEntryAsync(ClaimsPrincipal user, string id, string activityId, InstanceReader reader, CancellationToken cancellation)
    {
        var history = await reader.HistoryAsync(user.Actor(), id, cancellation);
        var entry = history.Entries.LastOrDefault(entry => entry.ActivityId == activityId) ?? throw UseCaseException.NotFound($"journal entry of the activity '{activityId}'");
        return ElsaJson.Ok(JournalShapes.Record(history, entry));
    }
}
