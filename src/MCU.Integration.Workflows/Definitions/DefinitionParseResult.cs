namespace MCU.Integration.Workflows.Definitions;

/// <summary>A parsed definition, or every reason why there is none.</summary>
/// <param name="Definition">The definition; <see langword="null"/> if there are problems.</param>
/// <param name="Problems">All problems found, none short-circuited.</param>
public sealed record DefinitionParseResult(WorkflowDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems);
