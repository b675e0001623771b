using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>A definition as the checks see it.</summary>
public sealed class WorkflowGraph
{
    public WorkflowGraph(WorkflowDefinition definition, ActivityRegistry registry)
    {
        Definition = definition;
        Steps = definition.Root is { } root ? [.. ActivityTree.Enumerate(root).Select(element => StepOf(element, registry))] : [];
        Flows = [.. Steps.Where(step => step.TypeName == "Elsa.Flowchart")
            .Select(flowchart => new WorkflowFlow(flowchart.Json, [.. Steps.Where(step => ReferenceEquals(step.Element.Parent, flowchart.Json) && step.Element.Port == "activities")]))];
    }

    public WorkflowDefinition Definition { get; }

    /// <summary>Every activity, containers included, parents first.</summary>
    public IReadOnlyList<WorkflowStep> Steps { get; }

    public IReadOnlyList<WorkflowFlow> Flows { get; }

    private static WorkflowStep StepOf(ActivityElement element, ActivityRegistry registry)
    {
        var typeName = WorkflowStep.TextOf(element.Json["type"]) ?? "";
        var version = element.Json["version"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 1;
        return new(WorkflowStep.TextOf(element.Json["id"]) ?? "", typeName, registry.TryGet(typeName, version, out var type) ? type : null, element);
    }
}
