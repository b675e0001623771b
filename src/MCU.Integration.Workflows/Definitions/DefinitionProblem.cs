namespace MCU.Integration.Workflows.Definitions;

/// <summary>Something wrong in a workflow definition.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) of the offending value within the definition.</param>
/// <param name="Code">Stable machine-readable code, e.g. <c>duplicate_activity_id</c>.</param>
/// <param name="Message">What is wrong, for a person.</param>
public sealed record DefinitionProblem(string Pointer, string Code, string Message);
