namespace MCU.Integration.Domain.Rules;

/// <summary>How far back and around a rule looks for earlier cases, and how many of them it needs.</summary>
/// <param name="AtLeast">So many decide.</param>
/// <param name="Days">Local days back.</param>
/// <param name="Metres">Metres around.</param>
public sealed record NearbyScope(int AtLeast, int Days, int Metres);
