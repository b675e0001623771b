namespace MCU.Integration.Domain.Rules;

/// <summary>An earlier open case on the same subject near by: what repetitions are counted from.</summary>
/// <param name="DaysAgo">Whole days since it was received.</param>
/// <param name="Metres">Distance; 0 when only the same object is known.</param>
public sealed record NearbyCase(int DaysAgo, double Metres);
