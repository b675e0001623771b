namespace MCU.Integration.Pipeline.Adapters;

/// <summary>Whether a system can be reached and lets the hub in, stage by stage.</summary>
/// <param name="Stages">In order; those behind the first that failed were not tried.</param>
public sealed record ConnectionCheck(bool Passed, IReadOnlyList<ConnectionStage> Stages);
