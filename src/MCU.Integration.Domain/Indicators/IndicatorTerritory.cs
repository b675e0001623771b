namespace MCU.Integration.Domain.Indicators;

/// <summary>Where the cases of a row are; null = not told at this level, or not known.</summary>
/// <param name="Oktmo">ОКТМО code.</param>
/// <param name="District">City district by name.</param>
/// <param name="Cell">South-west corner of the cell, <c>45.04,41.97</c>.</param>
public sealed record IndicatorTerritory(string? Oktmo, string? District, string? Cell);
