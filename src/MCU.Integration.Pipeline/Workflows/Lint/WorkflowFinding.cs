namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>Something that a check found in a workflow.</summary>
/// <param name="Pointer">JSON pointer into the definition.</param>
/// <param name="Code">Stable, e.g. <c>workflow.unreachable</c>.</param>
/// <param name="Message">What is wrong and what to do, for a person.</param>
/// <param name="IsError">It would break when it runs, so it must not be published; otherwise a warning.</param>
/// <param name="ActivityId">The activity that it is about.</param>
public sealed record WorkflowFinding(string Pointer, string Code, string Message, bool IsError, string? ActivityId);
