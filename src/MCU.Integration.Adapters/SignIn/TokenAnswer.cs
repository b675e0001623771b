using MCU.Integration.Adapters.Transport;

namespace MCU.Integration.Adapters.SignIn;

/// <param name="Token">Null when there is none.</param>
/// <param name="Failure">Why there is none.</param>
internal sealed record TokenAnswer(string? Token, AdapterAnswer? Failure);
