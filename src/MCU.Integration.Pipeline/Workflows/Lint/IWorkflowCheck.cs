using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>Looks at one aspect of a workflow.</summary>
public interface IWorkflowCheck
{
    /// <param name="workflow">The definition as a graph.</param>
    /// <param name="set">The content that it would run with.</param>
    IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set);
}
