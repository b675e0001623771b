using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Indicators;

/// <summary>A dataset of the heat map: what is counted, by what, and for how long it is counted again.</summary>
public sealed record IndicatorDefinition
{
    /// <summary>Key of the dataset, such as <c>stv.heatmap.v1</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Length of a period.</summary>
    public required IndicatorPeriodKind Period { get; init; }

    /// <summary>How many periods back are counted again, the current one included; older rows stay as they are.</summary>
    public required int Periods { get; init; }

    /// <summary>How finely it tells where.</summary>
    public required IndicatorTerritoryLevel Territory { get; init; }

    /// <summary>Each makes rows of its own; an empty one counts everything together.</summary>
    public required ValueList<ValueList<IndicatorAspect>> Breakdowns { get; init; }

    /// <summary>Rows of a cell with fewer cases show no figures, so that nobody is recognised by the place; 0 = never.</summary>
    public int SuppressBelow { get; init; }

    /// <summary>Industry block by category id.</summary>
    public required IReadOnlyDictionary<string, string> Blocks { get; init; }

    /// <summary>Residents by district name; <c>*</c> = of the city.</summary>
    public required IReadOnlyDictionary<string, int> Residents { get; init; }

    /// <summary>Colours; null = none.</summary>
    public IndicatorNorm? Norm { get; init; }
}
