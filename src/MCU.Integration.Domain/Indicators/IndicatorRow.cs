namespace MCU.Integration.Domain.Indicators;

/// <summary>One row of the heat map. It holds nothing personal.</summary>
/// <param name="Key">SHA-256 of dataset, period, territory and dimension: the same row has the same key on every computation.</param>
/// <param name="Figures">Null when <paramref name="Suppressed"/>.</param>
/// <param name="Suppressed">There are cases, but too few to show for a place this small.</param>
public sealed record IndicatorRow(
    string Key,
    string Dataset,
    IndicatorPeriod Period,
    IndicatorTerritory Territory,
    IndicatorDimension Dimension,
    IndicatorFigures? Figures,
    IndicatorNorm? Norm,
    bool Suppressed);
