using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Activities;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>A loop that nothing leads out of. One that waits in each round is a process without an end; one that does not would never let go of its burst.</summary>
internal sealed class EndlessLoopCheck : IWorkflowCheck
{
    public IEnumerable<WorkflowFinding> Check(WorkflowGraph workflow, ActiveSet set)
    {
        foreach (var flow in workflow.Flows)
        {
            foreach (var loop in LoopsOf(flow).Where(loop => !HasExit(flow, loop)))
            {
                var first = loop[0];
                yield return loop.Any(step => step.IsTimer || step.Type?.Attribute.Kind == ActivityKind.Trigger || step.TypeName is "Mcu.WaitForStatus" or "Mcu.SendToAdapter" or "Elsa.RunTask")
                    ? first.Warning("workflow.endless_loop", $"«{first.Title}»: из цикла нет выхода, процесс не закончится никогда.")
                    : first.Error("workflow.endless_loop", $"«{first.Title}»: цикл без выхода и без ожидания не даст процессу остановиться.");
            }
        }

        foreach (var step in workflow.Steps.Where(step => step.TypeName == "Elsa.While" && "true".Equals(step.LiteralOf("condition"), StringComparison.OrdinalIgnoreCase)))
        {
            if (!workflow.Steps.Any(inner => inner.Pointer.StartsWith(step.Pointer + "/", StringComparison.Ordinal) && inner.TypeName is "Elsa.Break" or "Elsa.Finish" or "Elsa.Complete" or "Elsa.Fault"))
            {
                yield return step.Error("workflow.endless_loop", $"«{step.Title}»: условие всегда истинно, а «Break» внутри нет.", "condition");
            }
        }
    }

    // Steps that reach each other, in groups.
    private static IEnumerable<List<WorkflowStep>> LoopsOf(WorkflowFlow flow)
    {
        var after = flow.Steps.ToDictionary(step => step.Id, step => flow.ReachableFrom(flow.OutboundOf(step).Select(connection => connection.Target)), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in flow.Steps.Where(step => after[step.Id].Contains(step.Id)))
        {
            if (seen.Add(step.Id))
            {
                var loop = flow.Steps.Where(other => after[step.Id].Contains(other.Id) && after[other.Id].Contains(step.Id)).ToList();
                seen.UnionWith(loop.Select(other => other.Id));
                yield return loop;
            }
        }
    }

    private static bool HasExit(WorkflowFlow flow, List<WorkflowStep> loop)
    {
        var inside = loop.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        return loop.Any(step =>
            flow.OutboundOf(step).Any(connection => !inside.Contains(connection.Target))
            || step.Type is null
            || step.Type.Attribute.IsTerminal
            || step.Type.Attribute.Outcomes.Except(flow.ConnectedPortsOf(step)).Any());
    }
}
