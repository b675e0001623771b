using System.Globalization;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Format of <c>rules/indicators/*.json</c>: one dataset of the heat map.</summary>
public static class IndicatorFile
{
    private const int MostPeriods = 400;
    private const int MostSuppressed = 100;
    private const int MostResidents = 50_000_000;

    /// <summary>Parses a dataset.</summary>
    public static ContentResult<IndicatorDefinition> Parse(ReadOnlyMemory<byte> bytes) => ContentParser.Parse(bytes, Read);

    private static IndicatorDefinition Read(ObjectReader file)
    {
        var territory = file.Word<IndicatorTerritoryLevel>("territory");
        var suppressBelow = file.OptionalInteger("suppressBelow", 0, MostSuppressed);
        if (territory == IndicatorTerritoryLevel.Cell && suppressBelow is null)
        {
            // domain-facts §7, controls (f): a place as small as a cell may name a home.
            file.Report("suppressBelow", RuleProblemCodes.Required, "A dataset of cells says below which count it shows no figures.");
        }

        var breakdowns = file.Objects("breakdowns", item => item.Words<IndicatorAspect>("by"));
        if (breakdowns.Count == 0)
        {
            file.Missing("breakdowns", 0);
        }

        foreach (var (index, twice) in breakdowns.Index().Where(item => breakdowns.Take(item.Index).Any(other => other.ToHashSet().SetEquals(item.Item))))
        {
            file.ReportAt(
                string.Create(CultureInfo.InvariantCulture, $"{file.PointerTo("breakdowns")}/{index}"), RuleProblemCodes.Duplicate, "This breakdown stands here twice: its rows would have the same keys.");
        }

        return new()
        {
            Dataset = file.Key("dataset"),
            Title = file.Text("title"),
            Period = file.Word<IndicatorPeriodKind>("period"),
            Periods = file.Integer("periods", 1, MostPeriods),
            Territory = territory,
            SuppressBelow = suppressBelow ?? 0,
            Breakdowns = breakdowns.ToValueList(),
            Blocks = Entries(file, "blocks", (list, name) => list.Text(name)),
            Residents = Entries(file, "residents", (list, name) => list.Integer(name, 1, MostResidents)),
            Norm = Norm(file),
        };
    }

    private static Dictionary<string, T> Entries<T>(ObjectReader file, string name, Func<ObjectReader, string, T> read)
    {
        Dictionary<string, T> entries = [];
        file.Object(name, list =>
        {
            foreach (var entry in list.Names)
            {
                entries[entry] = read(list, entry);
            }

            return entries;
        });
        return entries;
    }

    private static IndicatorNorm? Norm(ObjectReader file) => file.Object("norm", norm =>
    {
        var (green, yellow) = (norm.Number("greenMax"), norm.Number("yellowMax"));
        if (green > yellow)
        {
            norm.Report("yellowMax", RuleProblemCodes.InvalidValue, "Yellow begins where green ends.");
        }

        return new IndicatorNorm(green, yellow);
    });
}
