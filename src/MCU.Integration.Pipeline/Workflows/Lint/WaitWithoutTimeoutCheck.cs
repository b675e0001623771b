using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Activities;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>A wait for something that may never come, with no timer beside it.</summary>
internal sealed class WaitWithoutTimeoutCheck : IWorkflowCheck
{
    public IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set)
    {
        foreach (var flow in workflow.Flows)
        {
            foreach (var step in flow.Steps.Where(step => Waits(flow, step) && !HasTimerBeside(flow, step)))
            {
                yield return step.Warning("workflow.wait_without_timeout", $"«{step.Title}»: если ожидаемое не наступит, процесс останется ждать навсегда. Поставьте рядом «Delay».");
            }
        }
    }

    // A trigger that starts the workflow waits for nothing; what is sent has the end of its attempts.
    private static bool Waits(WorkflowFlow flow, WorkflowStep step) =>
        step.TypeName is "Mcu.WaitForStatus" or "Elsa.RunTask"
        || (step.Type?.Attribute.Kind == ActivityKind.Trigger && !step.IsTimer && (!step.StartsWorkflow || flow.InboundOf(step).Any()));

    private static bool HasTimerBeside(WorkflowFlow flow, WorkflowStep step)
    {
        var before = flow.InboundOf(step).ToList();
        var beside = flow.ReachableFrom(before.SelectMany(id => flow.OutboundOf(flow[id]).Select(connection => connection.Target)), without: step.Id);
        return flow.Steps.Any(other => other.IsTimer && beside.Contains(other.Id));
    }
}
