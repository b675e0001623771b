using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>An activity to which no run ever comes.</summary>
internal sealed class UnreachableCheck : IWorkflowCheck
{
    public IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set)
    {
        foreach (var flow in workflow.Flows)
        {
            var reached = flow.ReachableFrom(flow.Starts.Select(step => step.Id));
            foreach (var step in flow.Steps.Where(step => !reached.Contains(step.Id)))
            {
                yield return step.Warning("workflow.unreachable", $"«{step.Title}»: ни один путь сюда не ведёт.");
            }
        }
    }
}
