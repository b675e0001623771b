namespace MCU.Integration.Domain.Rules;

/// <summary>How far back and around the rules look for earlier cases.</summary>
/// <param name="Days">Days back.</param>
/// <param name="Metres">Metres around.</param>
public sealed record NearbyScope(int Days, int Metres);
