namespace MCU.Integration.Mocks.Samples;

/// <summary>The life of a card.</summary>
/// <param name="RegistrationNumber">Null = made by the mock.</param>
/// <param name="RegistrationDate">Null = today.</param>
/// <param name="Rounds">Steps of the first round, then of each reopening.</param>
internal sealed record SedScript(string? RegistrationNumber, string? RegistrationDate, IReadOnlyList<IReadOnlyList<SedStep>> Rounds);
