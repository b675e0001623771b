namespace MCU.Integration.Workflows.Runtime;

/// <summary>The completion of a child.</summary>
/// <param name="Child">The child's run.</param>
/// <param name="Outcomes">Its outcomes; just Done if it named none.</param>
public readonly record struct ChildCompletion(ActivityExecutionContext Child, IReadOnlyList<string> Outcomes);
