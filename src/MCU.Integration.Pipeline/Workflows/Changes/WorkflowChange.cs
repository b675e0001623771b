namespace MCU.Integration.Pipeline.Workflows.Changes;

/// <summary>One thing in which two versions of a workflow differ.</summary>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="What"><c>activity</c>, <c>connection</c> or <c>workflow</c>.</param>
/// <param name="Subject">Activity id with its title, or the connection as <c>source.port → target</c>; empty for the workflow itself.</param>
/// <param name="Property">The input or other property that changed; null unless something was changed.</param>
/// <param name="Before">Its expression or value as text; null when there was none.</param>
public sealed record WorkflowChange(string Kind, string What, string Subject, string? Property = null, string? Before = null, string? After = null)
{
    public const string Added = "added";
    public const string Removed = "removed";
    public const string Changed = "changed";
}
