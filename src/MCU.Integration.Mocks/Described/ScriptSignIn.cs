namespace MCU.Integration.Mocks.Described;

/// <param name="Kind"><c>basic</c> or <c>apiKey</c>.</param>
/// <param name="Header">Header that carries the key.</param>
internal sealed record ScriptSignIn(string Kind, string Header = "X-Api-Key");
