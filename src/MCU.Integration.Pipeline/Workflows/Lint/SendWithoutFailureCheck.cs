using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>A delivery whose refusal or failure nobody takes up.</summary>
internal sealed class SendWithoutFailureCheck : IWorkflowCheck
{
    private static readonly string[] Bad = ["Rejected", "Failed"];

    public IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set)
    {
        foreach (var flow in workflow.Flows)
        {
            foreach (var step in flow.Steps.Where(step => step.Type?.ClrType == typeof(SendToAdapter) && Waits(step)))
            {
                var connected = flow.ConnectedPortsOf(step);
                var open = Bad.Where(outcome => !connected.Contains(outcome)).ToList();
                if (open.Count > 0)
                {
                    yield return step.Warning("workflow.send_without_failure", $"«{step.Title}»: нет пути на случай {string.Join(", ", open)}, неудачная отправка останется без внимания.");
                }
            }
        }
    }

    // Whoever does not wait leaves a delivery that was given up to the list of what needs a decision.
    private static bool Waits(WorkflowStep step) => !"false".Equals(step.LiteralOf("waitForOutcome"), StringComparison.OrdinalIgnoreCase);
}
