using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>An activity of which some outcomes lead on and others nowhere. That none does is a common end.</summary>
internal sealed class UnconnectedOutcomeCheck : IWorkflowCheck
{
    public IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set)
    {
        foreach (var flow in workflow.Flows)
        {
            foreach (var step in flow.Steps.Where(step => step.Type is { } type && type.ClrType != typeof(SendToAdapter)))
            {
                var connected = flow.ConnectedPortsOf(step);
                var open = step.Type!.Attribute.Outcomes.Where(outcome => !connected.Contains(outcome)).ToList();
                if (connected.Count > 0 && open.Count > 0)
                {
                    yield return step.Warning(
                        "workflow.outcome_unconnected",
                        $"«{step.Title}»: исход {string.Join(", ", open)} никуда не ведёт. Если так задумано, соедините его с «End».");
                }
            }
        }
    }
}
