using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Analytics.Indicators;

/// <summary>Counts cases into rows of the heat map. Pure: the same cases give the same rows.</summary>
public sealed class IndicatorCalculator : IIndicatorCalculator
{
    private const double CellsPerDegree = 100;

    /// <inheritdoc/>
    public IReadOnlyList<IndicatorRow> Compute(IndicatorDefinition definition, IEnumerable<Case> cases, DateTimeOffset now, TimeZoneInfo zone)
    {
        var last = IndicatorPeriod.Of(definition.Period, LocalDay(now, zone));
        var first = last.Back(definition.Periods - 1);
        var rows = new Dictionary<(IndicatorPeriod, IndicatorTerritory, IndicatorDimension), IndicatorTally>();
        foreach (var counted in cases)
        {
            var day = LocalDay(counted.ReceivedAt, zone);
            if (day < first.From || day > last.To || TerritoryOf(definition.Territory, counted.Territory) is not { } territory)
            {
                continue;
            }

            var period = IndicatorPeriod.Of(definition.Period, day);
            foreach (var breakdown in definition.Breakdowns)
            {
                var place = (period, territory, DimensionOf(definition, breakdown, counted));
                if (!rows.TryGetValue(place, out var tally))
                {
                    rows[place] = tally = new();
                }

                tally.Add(counted, now);
            }
        }

        return
        [
            .. rows.Select(row => RowOf(definition, row.Key.Item1, row.Key.Item2, row.Key.Item3, row.Value))
                .OrderBy(row => row.Period.From).ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    private static IndicatorRow RowOf(
        IndicatorDefinition definition, IndicatorPeriod period, IndicatorTerritory territory, IndicatorDimension dimension, IndicatorTally tally)
    {
        var suppressed = definition.Territory == IndicatorTerritoryLevel.Cell && tally.Received < definition.SuppressBelow;
        var residents = definition.Territory switch
        {
            IndicatorTerritoryLevel.City => definition.Residents.GetValueOrDefault("*"),
            IndicatorTerritoryLevel.District when territory.District is { } district => definition.Residents.GetValueOrDefault(district),
            _ => 0,
        };
        return new(
            KeyOf(definition.Dataset, period, territory, dimension),
            definition.Dataset,
            period,
            territory,
            dimension,
            suppressed ? null : tally.ToFigures(residents),
            definition.Norm,
            suppressed);
    }

    /// <summary>A case without a point is in no cell: where it is cannot be shown.</summary>
    private static IndicatorTerritory? TerritoryOf(IndicatorTerritoryLevel level, Territory at) => level switch
    {
        IndicatorTerritoryLevel.City => new(at.Oktmo, null, null),
        IndicatorTerritoryLevel.District => new(at.Oktmo, at.District, null),
        _ => at is { Latitude: { } latitude, Longitude: { } longitude } ? new(at.Oktmo, null, $"{CornerOf(latitude)},{CornerOf(longitude)}") : null,
    };

    private static string CornerOf(double degrees) => (Math.Floor(degrees * CellsPerDegree) / CellsPerDegree).ToString("0.00", CultureInfo.InvariantCulture);

    private static IndicatorDimension DimensionOf(IndicatorDefinition definition, ValueList<IndicatorAspect> breakdown, Case counted)
    {
        var category = counted.Classifier.Category;
        string? Of(IndicatorAspect aspect, string? value) => breakdown.Contains(aspect) ? value ?? IndicatorDimension.Unknown : null;
        return new(
            Of(IndicatorAspect.Source, counted.Source),
            Of(IndicatorAspect.Block, category is null ? null : definition.Blocks.GetValueOrDefault(category)),
            Of(IndicatorAspect.Category, category),
            Of(IndicatorAspect.Subcategory, counted.Classifier.Subcategory));
    }

    private static string KeyOf(string dataset, IndicatorPeriod period, IndicatorTerritory territory, IndicatorDimension dimension)
    {
        // Absent and empty must differ, and no value may pretend to be two: each part carries its length.
        string?[] parts =
        [
            dataset, EnumWord.Of(period.Kind), period.Value, territory.Oktmo, territory.District, territory.Cell,
            dimension.Source, dimension.Block, dimension.Category, dimension.Subcategory,
        ];
        var text = string.Concat(parts.Select(part => part is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part};")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static DateOnly LocalDay(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
