namespace MCU.Integration.Pipeline.Commits;

/// <summary>Elsa's activation strategies as a guard: conflicts when a running instance matches all given values.</summary>
public sealed record ActivationGate(string? DefinitionId, string? CorrelationId);
