namespace MCU.Integration.CrashTests.Kills;

/// <summary>Repeatable choices.</summary>
internal sealed class SeededRandom(int seed) : Random(seed);
