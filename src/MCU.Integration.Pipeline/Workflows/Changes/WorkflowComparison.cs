namespace MCU.Integration.Pipeline.Workflows.Changes;

/// <summary>A workflow in the hub beside its file.</summary>
/// <param name="Version">Of what is published in the hub; null when nothing is.</param>
/// <param name="Author">Who made that version.</param>
/// <param name="Changes">What importing would change; where the hub has drifted, what the hub has changed since the file.</param>
public sealed record WorkflowComparison(string DefinitionId, string? Name, WorkflowFileState State, int? Version, string? Author, IReadOnlyList<WorkflowChange> Changes);
