using System.Security.Claims;
using MCU.Integration.ElsaApi.Definitions;
using MCU.Integration.ElsaApi.Wire;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MCU.Integration.ElsaApi.Instances;

/// <summary>Instances as files.</summary>
internal static class InstanceTransferEndpoints
{
    /// <summary>A file is made in memory.</summary>
    private const int MostAtOnce = 100;

    public static void MapInstanceTransfer(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}/export", ExportAsync);
        api.MapPost("/bulk-actions/export/workflow-instances", ExportManyAsync);
        api.MapPost("/bulk-actions/import/workflow-instances", ImportAsync);
    }

    private static async Task<IResult> ExportAsync(ClaimsPrincipal user, string id, ElsaQuery query, InstanceReader reader, InstanceTransfer transfer, CancellationToken cancellation)
    {
        var instance = await reader.GetAsync(user.Actor(), id, cancellation);
        var history = await reader.HistoryAsync(user.Actor(), id, cancellation);
        return Results.File(InstanceExport.Write(instance, history, transfer, query), "application/octet-stream", InstanceExport.NameOf(instance));
    }

    private static async Task<IResult> ExportManyAsync(ClaimsPrincipal user, ElsaBody<BulkRequest> body, InstanceReader reader, InstanceTransfer transfer, CancellationToken cancellation)
    {
        var ids = (body.Value.Ids ?? []).Where(id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count is 0 or > MostAtOnce)
        {
            throw UseCaseException.Invalid("/ids", "count", $"Name 1 to {MostAtOnce} instances.");
        }

        var files = new List<(string Name, byte[] Content)>();
        foreach (var id in ids)
        {
            var instance = await reader.GetAsync(user.Actor(), id, cancellation);
            files.Add((InstanceExport.NameOf(instance), InstanceExport.Write(instance, await reader.HistoryAsync(user.Actor(), id, cancellation), transfer)));
        }

        return ZipFile.Of("workflow-instances.zip", files);
    }

    private static async Task<IResult> ImportAsync(ClaimsPrincipal user, HttpRequest request, InstanceTransfer transfer, CancellationToken cancellation)
    {
        var files = await UploadedFiles.JsonAsync(request, cancellation);
        await transfer.ImportAsync(user.Actor(), files, cancellation);
        return ElsaJson.Ok(new { imported = files.Count });
    }
}
