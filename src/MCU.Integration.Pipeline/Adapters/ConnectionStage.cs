namespace MCU.Integration.Pipeline.Adapters;

/// <param name="Name"><c>settings</c>, <c>network</c>, <c>sign_in</c> or <c>answer</c>.</param>
/// <param name="Passed">Null when it was not tried.</param>
/// <param name="Code">Why it failed: a stable code that carries no address and no secret.</param>
public sealed record ConnectionStage(string Name, bool? Passed, string? Code);
