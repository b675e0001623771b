namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>A step that succeeded; a retry goes on after the last of them.</summary>
/// <param name="Name">Step name of the manifest; repeated steps carry an index, <c>photo[2]</c>.</param>
/// <param name="Result">JSON of what the manifest's result pointers took from the answer; ids and codes only.</param>
public sealed record StepRecord(string Name, string? Result, DateTimeOffset FinishedAt);
