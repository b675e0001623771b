using MCU.Integration.Adapters.Imports;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Hub.Api;
using MCU.Integration.Hub.Problems;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MCU.Integration.Hub.Intake;

/// <summary><c>POST /api/v1/adapters/{adapter}/imports/{import}</c>: the way in for tables that people exported.</summary>
internal static class ImportApi
{
    private const string Csv = "text/csv";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapImports(this IEndpointRouteBuilder api) =>
        api.MapPost("/adapters/{adapter}/imports/{import}", ImportAsync)
            .WithTags("adapters")
            .Says("importTable", "Takes the rows of a table in, each as a document; the answer says what became of them. The same table again changes nothing.")
            .WithDescription("CSV (`;`, `,` or tab; UTF-8 or Windows-1251) or XLSX (first sheet). The first row holds the headings.")
            .Accepts<byte[]>(Csv, Workbook, "application/octet-stream")
            .Produces<ImportReport>()
            .Fails(404, 408, 413, 415, 422)
            .WithMetadata(IntakeRoute.Instance)
            .AllowAnonymous();

    private static async Task<IResult> ImportAsync(
        string adapter,
        string import,
        HttpContext context,
        IntakeSender sender,
        BodyReader reader,
        AdapterManifests manifests,
        TableImporter importer,
        IOptions<ImportOptions> options,
        CancellationToken cancellation)
    {
        if (sender.Judge(context, adapter) is { } refused)
        {
            return refused;
        }

        if (!manifests.TryGet(adapter, out var manifest) || !manifest.Imports.TryGetValue(import, out var known))
        {
            return new ProblemResult(StatusCodes.Status404NotFound, ProblemCode.NotFound, $"The adapter '{adapter}' has no import '{import}'.");
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.MediaType.Value?.ToLowerInvariant() is not (Csv or Workbook or "application/octet-stream"))
        {
            return new ProblemResult(StatusCodes.Status415UnsupportedMediaType, ProblemCode.UnsupportedMediaType, $"The body must be {Csv} or {Workbook}.");
        }

        var file = await reader.ReadAsync(context, options.Value.MaxBytes);
        try
        {
            return TypedResults.Ok(await importer.ImportAsync(adapter, known, file, cancellation));
        }
        catch (TableException problem)
        {
            return new ProblemResult(StatusCodes.Status422UnprocessableEntity, ProblemCode.Invalid, problem.Message, [new("", problem.Code, problem.Message)]);
        }
    }
}
