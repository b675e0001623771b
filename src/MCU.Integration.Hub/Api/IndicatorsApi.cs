using System.ComponentModel;
using MCU.Integration.Analytics.Indicators;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Domain.Values;
using MCU.Integration.Hub.SignIn;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MCU.Integration.Hub.Api;

/// <summary><c>/api/v1/indicators</c>: the rows of the heat map, for those who fetch them.</summary>
internal static class IndicatorsApi
{
    private const string Csv = "text/csv";

    public static void MapIndicators(this IEndpointRouteBuilder api)
    {
        var indicators = api.MapGroup("/indicators").WithTags("indicators");
        indicators.MapGet("", ChangesAsync)
            .Says("listIndicators", "Rows that changed since a place in the feed, oldest change first, once each, as they are now. Commit-ordered: nothing is missed, whenever it is read.").Fails(422);
        indicators.MapGet("/datasets", Datasets).Says("listIndicatorDatasets", "The datasets that are counted.");
        indicators.MapGet("/datasets/{dataset}.csv", FileAsync)
            .Says("getIndicatorFile", "All rows of a dataset as a file: UTF-8 with BOM, `;`, CRLF, decimal comma.").Produces<byte[]>(200, Csv).Fails(404);
    }

    private static async Task<Ok<IndicatorPage>> ChangesAsync(
        IndicatorDesk desk,
        Caller caller,
        [Description("Only rows of this dataset.")] string? dataset,
        [Description("`next` of the previous answer; absent or 0 = from the beginning.")] long? after,
        [Description("Most rows to return, 1 to 500; 50 when absent.")] int? size,
        CancellationToken cancellation)
    {
        if (after < 0)
        {
            throw UseCaseException.Invalid("/after", "out_of_range", "The parameter 'after' is not negative.");
        }

        var (rows, next) = await desk.ChangesAsync(caller, dataset, after ?? 0, new Paging { Size = size }.ToRequest().Size, cancellation);
        return TypedResults.Ok(new IndicatorPage([.. rows.Select(IndicatorResource.Of)], next));
    }

    private static Ok<IReadOnlyList<DatasetResource>> Datasets(IndicatorDesk desk, Caller caller) =>
        TypedResults.Ok<IReadOnlyList<DatasetResource>>([.. desk.Datasets(caller).Select(dataset => new DatasetResource(
            dataset.Dataset, dataset.Title, EnumWord.Of(dataset.Period), dataset.Periods, EnumWord.Of(dataset.Territory), dataset.SuppressBelow))]);

    private static async Task<FileContentHttpResult> FileAsync(
        IndicatorDesk desk, Caller caller, string dataset, [Description("First day; periods that begin before are left out.")] DateOnly? from, CancellationToken cancellation)
    {
        var rows = await desk.OfDatasetAsync(caller, dataset, from, cancellation);
        return TypedResults.File(IndicatorCsv.Write(rows.Select(stored => (stored.Row, stored.Version, stored.ComputedAt))), Csv, $"{dataset}.csv");
    }

    /// <param name="Next">Where to go on reading; the same again when there is nothing new.</param>
    internal sealed record IndicatorPage(IReadOnlyList<IndicatorResource> Items, long Next);

    /// <param name="Periods">How many periods back are counted again.</param>
    /// <param name="SuppressBelow">Rows of fewer cases show no figures; 0 = all do.</param>
    internal sealed record DatasetResource(string Dataset, string Title, string Period, int Periods, string Territory, int SuppressBelow);

    /// <param name="Figures">Absent when suppressed.</param>
    internal sealed record IndicatorResource(
        string Key,
        string Dataset,
        IndicatorPeriod Period,
        IndicatorTerritory Territory,
        IndicatorDimension Dimension,
        IndicatorFigures? Figures,
        IndicatorNorm? Norm,
        bool Suppressed,
        long Version,
        DateTimeOffset ComputedAt)
    {
        public static IndicatorResource Of(StoredIndicator stored)
        {
            var row = stored.Row;
            return new(row.Key, row.Dataset, row.Period, row.Territory, row.Dimension, row.Figures, row.Norm, row.Suppressed, stored.Version, stored.ComputedAt);
        }
    }
}
