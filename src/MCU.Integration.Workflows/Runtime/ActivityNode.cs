using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>An activity of a prepared workflow. Immutable once prepared.</summary>
public sealed class ActivityNode
{
    private readonly List<ActivityNode> _children = [];

    internal ActivityNode(JsonObject json, string id, string nodeId, string typeName, int version, ActivityNode? parent, string port)
    {
        Json = json;
        Id = id;
        NodeId = nodeId;
        TypeName = typeName;
        Version = version;
        Parent = parent;
        Port = port;
        Name = json["name"].AsString();
        Variables = VariableDefinition.ReadAll(json["variables"]);
        var custom = json["customProperties"] as JsonObject;
        CanStartWorkflow = custom?["canStartWorkflow"].AsBoolean() ?? false;
        CommitStrategyName = custom?["commitStrategyName"].AsString();
        LogPersistence = LogPersistenceRules.Read(custom?["logPersistenceConfig"]);
        parent?._children.Add(this);
    }

    /// <summary>The id within its workflow.</summary>
    public string Id { get; }

    /// <summary>The ids of all ancestors and its own, joined by colons: unique within the prepared workflow.</summary>
    public string NodeId { get; }

    /// <summary>The activity's name.</summary>
    public string? Name { get; }

    /// <summary>The type name in the definition.</summary>
    public string TypeName { get; }

    /// <summary>The version of the type in the definition.</summary>
    public int Version { get; }

    /// <summary>The activity around it.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>The property of the parent's JSON that holds it.</summary>
    public string Port { get; }

    /// <summary>The activity's JSON. Read-only.</summary>
    public JsonObject Json { get; }

    /// <summary>The activities inside, in document order.</summary>
    public IReadOnlyList<ActivityNode> Children => _children;

    /// <summary>The variables that it declares.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; internal set; }

    /// <summary>Whether its stimulus may start the workflow.</summary>
    public bool CanStartWorkflow { get; }

    /// <summary>The name of its commit strategy.</summary>
    public string? CommitStrategyName { get; }

    /// <summary>What of its values may be recorded.</summary>
    public LogPersistenceRules? LogPersistence { get; }

    /// <summary>What it does; <see langword="null"/> if its type is not registered or its JSON cannot be bound.</summary>
    public Activity? Activity { get; internal set; }

    /// <summary>Its type.</summary>
    public ActivityType ActivityType { get; internal set; } = null!;

    /// <summary>Why it cannot run.</summary>
    public string? Problem { get; internal set; }

    /// <summary>The workflow that it stands for, if it is a workflow.</summary>
    public WorkflowDefinition? Workflow { get; internal set; }

    /// <summary>The languages, for expressions in raw inputs.</summary>
    public ExpressionLanguages Languages { get; internal init; } = null!;

    /// <summary>Its inputs that take expressions.</summary>
    internal InputBinding[] Inputs { get; set; } = [];

    /// <summary>The types of its outputs by name.</summary>
    internal Dictionary<string, Type> Outputs { get; set; } = [];

    /// <summary>Where its outputs go: the id of a variable, or the name of a workflow output.</summary>
    internal Dictionary<string, string> OutputTargets { get; set; } = [];

    /// <summary>The child whose JSON is this object, e.g. that of a switch case.</summary>
    public ActivityNode? ChildOf(JsonNode? json) => json is null ? null : _children.Find(child => ReferenceEquals(child.Json, json));

    internal InputBinding? FindInput(string name) => Array.Find(Inputs, input => input.Name == name);

    /// <inheritdoc />
    public override string ToString() => NodeId;
}
