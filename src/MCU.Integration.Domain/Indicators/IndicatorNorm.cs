namespace MCU.Integration.Domain.Indicators;

/// <summary>Bounds of the colours of the map, in cases per 1,000 residents.</summary>
/// <param name="GreenMax">Up to here a territory is green.</param>
/// <param name="YellowMax">Up to here it is yellow, above it red.</param>
public sealed record IndicatorNorm(double GreenMax, double YellowMax);
