namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <param name="Version">Number of the latest version.</param>
/// <param name="IsPublished">Whether the latest version runs; otherwise it is a draft.</param>
/// <param name="Origin"><c>file</c>, <c>designer</c> or <c>api</c>.</param>
public sealed record ReviewedWorkflow(string DefinitionId, string Name, int Version, bool IsPublished, string Origin, IReadOnlyList<WorkflowFinding> Findings);
