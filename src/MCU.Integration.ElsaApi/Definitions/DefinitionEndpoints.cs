using System.Security.Claims;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>Lists, reads, saves and versions of definitions.</summary>
internal static class DefinitionEndpoints
{
    public static void MapDefinitions(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions");
        definitions.MapGet("/", ListAsync);
        definitions.MapGet("/by-definition-id/{definitionId}", GetAsync);
        definitions.MapGet("/by-id/{id}", GetVersionAsync);
        definitions.MapGet("/many-by-id", ManyAsync);
        definitions.MapGet("/query/count", CountAsync);
        definitions.MapGet("/validation/is-name-unique", IsNameUniqueAsync);
        definitions.MapGet("/{definitionId}/versions", VersionsAsync);
        definitions.MapGet("/{definitionId}/consumers", ConsumersAsync);
        definitions.MapPost("/", SaveAsync);
        definitions.MapPost("/{definitionId}/publish", PublishAsync);
        definitions.MapPost("/{definitionId}/retract", RetractAsync);
        definitions.MapPost("/{definitionId}/update-references", UpdateReferencesAsync);
        definitions.MapPost("/{definitionId}/revert/{version:int}", RevertAsync);
        definitions.MapDelete("/{definitionId}", DeleteAsync);
        api.MapDelete("/workflow-definition-versions/{id}", DeleteVersionAsync);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, ElsaQuery query, DefinitionDesk desk, CancellationToken cancellation)
    {
        var order = query.Text("OrderBy") ?? "Name";
        var direction = query.Text("OrderDirection");
        var (items, total) = await desk.ListAsync(
            user.Actor(),
            new()
            {
                Versions = query.Versions(VersionOptions.All),
                DefinitionIds = query.List("DefinitionIds"),
                Ids = query.List("Ids"),
                SearchTerm = query.Text("SearchTerm"),
                IsSystem = query.Flag("IsSystem"),
                OrderBy = order,
                Descending = direction is null ? order is "Created" or "Version" : direction.StartsWith("Desc", StringComparison.OrdinalIgnoreCase),
            },
            query.Number("Page"),
            query.Number("PageSize"),
            cancellation);
        return ElsaJson.Ok(new JsonObject
        {
            ["items"] = new JsonArray([.. items.Select(row => DefinitionShapes.Summary(row, user.Actor()))]),
            ["totalCount"] = total,
            ["links"] = DefinitionLinks.OfList(user.Actor()),
        });
    }

    private static async Task<IResult> GetAsync(
        ClaimsPrincipal user, string definitionId, ElsaQuery query, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation) =>
        ElsaJson.Ok(await shapes.FullAsync(await desk.GetAsync(user.Actor(), definitionId, query.Versions(VersionOptions.Latest), cancellation), user.Actor(), cancellation));

    private static async Task<IResult> GetVersionAsync(ClaimsPrincipal user, string id, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation) =>
        ElsaJson.Ok(await shapes.FullAsync(await desk.GetVersionAsync(user.Actor(), id, cancellation), user.Actor(), cancellation));

    private static async Task<IResult> ManyAsync(ClaimsPrincipal user, ElsaQuery query, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation)
    {
        var ids = query.List("Ids");
        var (rows, _) = ids.Count == 0 ? ([], 0) : await desk.ListAsync(user.Actor(), new() { Ids = ids }, null, null, cancellation);
        var items = new JsonArray();
        foreach (var row in rows)
        {
            items.Add(await shapes.FullAsync(row, user.Actor(), cancellation));
        }

        return ElsaJson.List(items);
    }

    private static async Task<IResult> CountAsync(ClaimsPrincipal user, DefinitionDesk desk, CancellationToken cancellation)
    {
        var (_, total) = await desk.ListAsync(user.Actor(), new() { Versions = VersionOptions.Latest }, 0, 1, cancellation);
        return ElsaJson.Ok(new { count = total });
    }

    private static async Task<IResult> IsNameUniqueAsync(ClaimsPrincipal user, ElsaQuery query, DefinitionDesk desk, CancellationToken cancellation) =>
        ElsaJson.Ok(new { isUnique = await desk.IsNameUniqueAsync(user.Actor(), query.Text("name") ?? "", query.Text("definitionId"), cancellation) });

    private static async Task<IResult> VersionsAsync(ClaimsPrincipal user, string definitionId, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation)
    {
        var items = new JsonArray();
        foreach (var row in await desk.VersionsAsync(user.Actor(), definitionId, cancellation))
        {
            items.Add(await shapes.FullAsync(row, user.Actor(), cancellation));
        }

        return ElsaJson.Ok(items);
    }

    private static async Task<IResult> ConsumersAsync(ClaimsPrincipal user, string definitionId, DefinitionDesk desk, CancellationToken cancellation)
    {
        var consumers = await desk.ConsumersAsync(user.Actor(), definitionId, cancellation);
        return ElsaJson.Ok(new { consumingWorkflowDefinitionIds = consumers.Select(row => row.DefinitionId).ToArray() });
    }

    private static async Task<IResult> SaveAsync(
        ClaimsPrincipal user, ElsaBody<SaveRequest> body, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation)
    {
        var model = body.Value.Model ?? throw UseCaseException.Invalid("/model", "required", "The definition is missing.");
        var editor = EditSession.Take((JsonObject)model.DeepClone());
        var saved = await desk.SaveAsync(user.Actor(), model, body.Value.Publish ?? false, user.Origin(), cancellation);
        return await SavedAsync(saved, user.Actor(), shapes, editor?.Id, cancellation);
    }

    private static async Task<IResult> PublishAsync(ClaimsPrincipal user, string definitionId, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation) =>
        await SavedAsync(await desk.PublishAsync(user.Actor(), definitionId, cancellation), user.Actor(), shapes, null, cancellation);

    private static async Task<IResult> SavedAsync(DefinitionResult saved, Actor actor, DefinitionShapes shapes, string? session, CancellationToken cancellation) =>
        ElsaJson.Ok(new JsonObject
        {
            ["workflowDefinition"] = await shapes.FullAsync(saved.Row!, actor, cancellation, session),
            ["alreadyPublished"] = saved.AlreadyPublished,
            ["consumingWorkflowCount"] = saved.Consumers.Count,
        });

    private static async Task<IResult> RetractAsync(ClaimsPrincipal user, string definitionId, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation) =>
        ElsaJson.Ok(await shapes.FullAsync(await desk.RetractAsync(user.Actor(), definitionId, cancellation), user.Actor(), cancellation));

    private static async Task<IResult> RevertAsync(ClaimsPrincipal user, string definitionId, int version, HttpResponse response, DefinitionDesk desk, CancellationToken cancellation)
    {
        var row = await desk.RevertAsync(user.Actor(), definitionId, version, cancellation);
        response.Headers.Location = $"{ElsaApiRoutes.Root}/workflow-definitions/by-id/{Uri.EscapeDataString(row.Id)}";
        return ElsaJson.With(StatusCodes.Status201Created, DefinitionShapes.Bare(row));
    }

    private static async Task<IResult> UpdateReferencesAsync(ClaimsPrincipal user, string definitionId, DefinitionDesk desk, CancellationToken cancellation) =>
        ElsaJson.Ok(new { affectedWorkflows = DefinitionShapes.NamesOf(await desk.UpdateConsumersAsync(user.Actor(), definitionId, cancellation)) });

    private static async Task<IResult> DeleteAsync(ClaimsPrincipal user, string definitionId, DefinitionDesk desk, CancellationToken cancellation) =>
        await desk.DeleteAsync(user.Actor(), definitionId, cancellation) ? Results.NoContent() : throw UseCaseException.NotFound($"workflow '{definitionId}'");

    private static async Task<IResult> DeleteVersionAsync(ClaimsPrincipal user, string id, DefinitionDesk desk, CancellationToken cancellation) =>
        await desk.DeleteVersionAsync(user.Actor(), id, cancellation) ? Results.NoContent() : throw UseCaseException.NotFound($"workflow version '{id}'");
}
