namespace MCU.Integration.Domain.Rules;

/// <summary>An earlier open case on the same subject near by: what repetitions are counted from.</summary>
/// <param name="DaysAgo">Local days since it was received.</param>
/// <param name="Metres">Distance; 0 for the same object of the address register.</param>
/// <param name="Number">Its human number, for the explanation.</param>
public sealed record NearbyCase(int DaysAgo, double Metres, string Number = "");
