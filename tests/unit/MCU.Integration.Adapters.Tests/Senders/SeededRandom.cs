namespace MCU.Integration.Adapters.Tests.Senders;

/// <summary>The same numbers in every run.</summary>
public sealed class SeededRandom() : Random(20261123);
