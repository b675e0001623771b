using System.Security.Claims;
using System.Text.Json.Nodes;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Definitions;

/// <summary>Definitions as files, in and out.</summary>
internal static class DefinitionTransferEndpoints
{
    public static void MapDefinitionTransfer(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/import", ImportAsync);
        api.MapPut("/workflow-definitions/{definitionId}/import", ImportIntoAsync);
        api.MapPost("/workflow-definitions/import-files", ImportFilesAsync);
        api.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync);
        api.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
    }

    private static async Task<IResult> ImportAsync(ClaimsPrincipal user, ElsaBody<JsonObject> body, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation) =>
        ElsaJson.Ok(await shapes.FullAsync(await desk.ImportAsync(user.Actor(), body.Value, cancellation), user.Actor(), cancellation));

    private static Task<IResult> ImportIntoAsync(
        ClaimsPrincipal user, string definitionId, ElsaBody<JsonObject> body, DefinitionDesk desk, DefinitionShapes shapes, CancellationToken cancellation)
    {
        body.Value["definitionId"] = definitionId;
        return ImportAsync(user, body, desk, shapes, cancellation);
    }

    private static async Task<IResult> ImportFilesAsync(ClaimsPrincipal user, HttpRequest request, DefinitionDesk desk, CancellationToken cancellation)
    {
        var definitions = await UploadedFiles.JsonAsync(request, cancellation);
        foreach (var (_, definition) in definitions)
        {
            await desk.ImportAsync(user.Actor(), definition, cancellation);
        }

        return ElsaJson.Ok(new { count = definitions.Count });
    }

    private static async Task<IResult> ExportAsync(ClaimsPrincipal user, string definitionId, ElsaQuery query, DefinitionDesk desk, CancellationToken cancellation)
    {
        var row = await desk.GetAsync(user.Actor(), definitionId, query.Versions(VersionOptions.Latest), cancellation);
        return query.Flag("includeConsumingWorkflows") == true
            ? Zip([row, .. await desk.ConsumersAsync(user.Actor(), definitionId, cancellation)])
            : Results.File(DefinitionFile.Write(row), "application/octet-stream", NameOf(row));
    }

    private static async Task<IResult> ExportManyAsync(ClaimsPrincipal user, ElsaBody<BulkRequest> body, DefinitionDesk desk, CancellationToken cancellation)
    {
        var ids = body.Value.Ids ?? [];
        var (rows, _) = ids.Count == 0 ? ([], 0) : await desk.ListAsync(user.Actor(), new() { Ids = ids }, null, null, cancellation);
        var all = rows.ToDictionary(row => row.Id);
        foreach (var row in body.Value.IncludeConsumingWorkflows == true ? rows : [])
        {
            foreach (var consumer in await desk.ConsumersAsync(user.Actor(), row.DefinitionId, cancellation))
            {
                all.TryAdd(consumer.Id, consumer);
            }
        }

        return all.Count == 0 ? throw UseCaseException.NotFound("workflow version of these ids") : Zip(all.Values);
    }

    private static IResult Zip(IEnumerable<DefinitionRow> rows) =>
        ZipFile.Of("workflow-definitions.zip", rows.Select(row => (NameOf(row), DefinitionFile.Write(row))));

    private static string NameOf(DefinitionRow row) => $"workflow-definition-{row.DefinitionId}-{row.Id}.json";
}
