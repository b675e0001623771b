using System.Text.Json.Nodes;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>One flowchart of a workflow: its steps and what leads from one to the other.</summary>
public sealed class WorkflowFlow
{
    private const string DefaultPort = "Done";

    private readonly ILookup<string, (string Port, string Target)> _outbound;
    private readonly ILookup<string, string> _inbound;
    private readonly Dictionary<string, WorkflowStep> _steps;

    internal WorkflowFlow(JsonObject flowchart, IReadOnlyList<WorkflowStep> steps)
    {
        Steps = steps;
        _steps = steps.DistinctBy(step => step.Id).ToDictionary(step => step.Id, StringComparer.Ordinal);
        var connections = (flowchart["connections"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(connection => (
                Source: End(connection, "source", "activity"),
                Port: End(connection, "source", "port") ?? DefaultPort,
                Target: End(connection, "target", "activity")))
            .Where(connection => connection is { Source: not null, Target: not null } && _steps.ContainsKey(connection.Source) && _steps.ContainsKey(connection.Target))
            .ToList();
        _outbound = connections.ToLookup(connection => connection.Source!, connection => (connection.Port, connection.Target!), StringComparer.Ordinal);
        _inbound = connections.ToLookup(connection => connection.Target!, connection => connection.Source!, StringComparer.Ordinal);
        Starts = StartsOf(flowchart);
    }

    public IReadOnlyList<WorkflowStep> Steps { get; }

    /// <summary>Where runs may begin: triggers, and the step that Elsa 3.8 would choose for a manual run.</summary>
    public IReadOnlyList<WorkflowStep> Starts { get; }

    public WorkflowStep this[string id] => _steps[id];

    public IEnumerable<(string Port, string Target)> OutboundOf(WorkflowStep step) => _outbound[step.Id];

    public IEnumerable<string> InboundOf(WorkflowStep step) => _inbound[step.Id];

    /// <summary>The ports of a step that lead somewhere.</summary>
    public IReadOnlySet<string> ConnectedPortsOf(WorkflowStep step) => OutboundOf(step).Select(connection => connection.Port).ToHashSet(StringComparer.Ordinal);

    /// <summary>All steps that can be reached from some, these included.</summary>
    /// <param name="without">A step that ends the search.</param>
    public IReadOnlySet<string> ReachableFrom(IEnumerable<string> ids, string? without = null)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(ids.Where(id => id != without));
        while (pending.TryPop(out var id))
        {
            if (reached.Add(id))
            {
                foreach (var (_, target) in _outbound[id].Where(connection => connection.Target != without))
                {
                    pending.Push(target);
                }
            }
        }

        return reached;
    }

    private WorkflowStep[] StartsOf(JsonObject flowchart)
    {
        var triggers = Steps.Where(step => step.StartsWorkflow).ToArray();
        var manual = Steps.FirstOrDefault(step => step.Id == WorkflowStep.TextOf(flowchart["start"]))
            ?? Steps.FirstOrDefault(step => step.TypeName == "Elsa.Start")
            ?? triggers.FirstOrDefault()
            ?? Steps.FirstOrDefault(step => !_inbound.Contains(step.Id))
            ?? Steps.FirstOrDefault();
        return manual is null ? [] : [.. triggers.Append(manual).Distinct()];
    }

    private static string? End(JsonObject connection, string end, string property) => WorkflowStep.TextOf((connection[end] as JsonObject)?[property]);
}
