using System.Collections.Frozen;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>A definition ready to run: immutable, shared by all instances and threads. Cache it by content hash.</summary>
public sealed class PreparedWorkflow
{
    private readonly FrozenDictionary<string, ActivityNode> _nodes;

    internal PreparedWorkflow(WorkflowDefinition definition, ActivityNode root, IReadOnlyList<ActivityNode> nodes)
    {
        Definition = definition;
        Root = root;
        Nodes = nodes;
        _nodes = nodes.ToFrozenDictionary(node => node.NodeId, StringComparer.Ordinal);
        LogPersistence = LogPersistenceRules.Read(definition.CustomProperties?["logPersistenceConfig"]);
    }

    /// <summary>The definition.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>The id of the workflow activity: <c>Workflow1</c>, or a higher number if it contains other workflows.</summary>
    public string WorkflowId => Root.Id;

    /// <summary>The workflow activity; its child is the definition's root.</summary>
    public ActivityNode Root { get; }

    /// <summary>All nodes, parents first.</summary>
    public IReadOnlyList<ActivityNode> Nodes { get; }

    /// <summary>The nodes whose stimuli may start the workflow. Triggers inside nested workflows do not count.</summary>
    public IEnumerable<ActivityNode> TriggerNodes => Nodes.Where(node =>
        node is { CanStartWorkflow: true, Activity: not null }
        && node.ActivityType.Attribute.Kind == Activities.ActivityKind.Trigger
        && ReferenceEquals(OwnerOf(node), Root));

    /// <summary>The definitions of workflows used as activities, by version id: when one of them is published anew, this is stale.</summary>
    public IEnumerable<WorkflowDefinition> Nested => Nodes.Where(node => node.Workflow is not null && node != Root).Select(node => node.Workflow!).Distinct();

    internal LogPersistenceRules? LogPersistence { get; }

    /// <summary>Finds a node by its node id.</summary>
    public ActivityNode? Find(string nodeId) => _nodes.GetValueOrDefault(nodeId);

    private static ActivityNode OwnerOf(ActivityNode node)
    {
        var owner = node;

        while (owner.Workflow is null && owner.Parent is not null)
        {
            owner = owner.Parent;
        }

        return owner;
    }
}
