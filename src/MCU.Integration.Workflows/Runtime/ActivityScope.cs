using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Http;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>What the expressions of one run see.</summary>
internal sealed class ActivityScope(ActivityExecutionContext context) : IExpressionScope
{
    private static readonly Dictionary<string, JsonNode?> NoArguments = [];

    private WorkflowExecution Execution => context.Execution;

    public IReadOnlyDictionary<string, JsonNode?> Arguments { get; init; } = NoArguments;

    public string DefinitionId => Execution.State.DefinitionId;

    public string DefinitionVersionId => Execution.State.DefinitionVersionId;

    public int DefinitionVersion => Execution.State.DefinitionVersion;

    public string InstanceId => Execution.State.InstanceId;

    public string? CorrelationId
    {
        get => Execution.State.CorrelationId;
        set => Execution.State.CorrelationId = value;
    }

    public string? InstanceName
    {
        get => Execution.State.Name;
        set => Execution.State.Name = value;
    }

    public JsonNode? LastResult => Execution.LastResult;

    public TimeProvider Time => Execution.Time;

    public IEnumerable<string> VariableNames
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);

            for (var current = context; current is not null; current = current.Parent)
            {
                foreach (var slot in current.Variables)
                {
                    if (seen.Add(slot.Definition.Name))
                    {
                        yield return slot.Definition.Name;
                    }
                }
            }
        }
    }

    public IEnumerable<string> InputNames =>
        context.FindFrame() is not { } frame ? []
        : frame.Parent is null ? frame.Node.Workflow!.Inputs.Select(input => input.Name).Union(Execution.State.Input.Keys)
        : frame.Node.Workflow!.Inputs.Select(input => input.Name);

    public bool TryGetVariable(string name, out JsonNode? value, [NotNullWhen(true)] out Type? type)
    {
        var slot = context.FindVariable(candidate => candidate.Definition.Name == name);
        value = slot?.Value;
        type = slot?.Definition.Type;
        return slot is not null;
    }

    public bool TryGetVariableById(string id, out JsonNode? value)
    {
        var slot = context.FindVariable(candidate => candidate.Definition.Id == id);
        value = slot?.Value;
        return slot is not null;
    }

    public void SetVariable(string name, JsonNode? value)
    {
        if (context.FindVariable(slot => slot.Definition.Name == name) is { } found)
        {
            found.Set(value);
        }
        else
        {
            context.FindFrame()!.DeclareDynamic(name, typeof(object), value, name);
        }
    }

    public JsonNode? GetInput(string name) => context.FindFrame()?.GetFrameInput(name);

    public string CreateEventTriggerUrl(string eventName, DateTimeOffset? expiresAt) =>
        context.Require<IEventAddresses>().OfEvent(eventName, Execution.State.InstanceId, expiresAt).ToString();

    public JsonNode? GetOutput(string activityIdOrName, string? outputName) => Execution.GetOutput(activityIdOrName, outputName ?? "Result");

    public bool TryGetOutputByAccessor(string outputName, string activityName, out JsonNode? value)
    {
        // Definitions written before tools left their version named the accessors by id.
        var byName = Execution.Workflow.Definition.ToolVersion is not null;
        var node = Execution.Workflow.Nodes.FirstOrDefault(candidate =>
            candidate.Outputs.ContainsKey(outputName)
            && (byName ? candidate.Name : candidate.Id) is { } label
            && Casing.Pascal(label) == activityName);

        value = node is null ? null : Execution.GetOutput(node.Id, outputName);
        return node is not null;
    }
}
