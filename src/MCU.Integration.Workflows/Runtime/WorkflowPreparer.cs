using System.Text.Json;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Activities.Composition;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>Turns definitions into runnable workflows.</summary>
public sealed class WorkflowPreparer(ActivityRegistry registry, ExpressionLanguages languages)
{
    private static readonly ActivityType WorkflowType = new(typeof(Workflow), null);
    private static readonly ActivityType CallType = new(typeof(WorkflowAsActivity), null);

    /// <summary>The activities that it knows.</summary>
    public ActivityRegistry Registry => registry;

    /// <summary>The expression languages that it knows.</summary>
    public ExpressionLanguages Languages => languages;

    /// <summary>
    /// Prepares a definition. What cannot run (an unknown type, raw inputs of the wrong shape) does not fail here but where it is
    /// reached, as an incident.
    /// </summary>
    /// <param name="definition">The definition.</param>
    /// <param name="resolve">Finds a workflow used as an activity, by definition id and version id (the published one if null).</param>
    public PreparedWorkflow Prepare(WorkflowDefinition definition, Func<string, string?, WorkflowDefinition?>? resolve = null)
    {
        var preparation = new Preparation(registry, languages, resolve ?? ((_, _) => null));
        var root = preparation.BuildWorkflow(definition, null, "");
        return new PreparedWorkflow(definition, root, preparation.Nodes);
    }

    private sealed class Preparation(ActivityRegistry registry, ExpressionLanguages languages, Func<string, string?, WorkflowDefinition?> resolve)
    {
        private readonly Stack<WorkflowDefinition> _open = [];

        public List<ActivityNode> Nodes { get; } = [];

        public ActivityNode BuildWorkflow(WorkflowDefinition definition, ActivityNode? parent, string port)
        {
            _open.Push(definition);
            var id = WorkflowIdOf(definition);
            var node = new ActivityNode([], id, parent is null ? id : $"{parent.NodeId}:{id}", "Elsa.Workflow", 1, parent, port)
            {
                Workflow = definition,
                Variables = definition.Variables,
                ActivityType = WorkflowType,
            };
            Nodes.Add(node);

            if (definition.Root is { } root)
            {
                Build(new ActivityElement(root, "/root", "root", null), node);
            }

            Bind(node, new Workflow());
            _open.Pop();
            return node;
        }

        private void Build(ActivityElement element, ActivityNode parent)
        {
            var json = element.Json;
            var id = json["id"].AsString() ?? "";
            var typeName = json["type"].AsString() ?? "";
            var version = (int)(json["version"].AsInteger() ?? 1);
            var node = new ActivityNode(json, id, $"{parent.NodeId}:{id}", typeName, version, parent, element.Port) { Languages = languages };
            Nodes.Add(node);

            if (registry.TryGet(typeName, version, out var type))
            {
                node.ActivityType = type;

                foreach (var child in ActivityTree.ChildrenOf(element))
                {
                    Build(child, node);
                }

                node.Inputs = [.. type.Inputs.Where(input => input.IsWrapped).Select(input => BindInput(input, json[input.JsonName])).OfType<InputBinding>()];
                node.Outputs = type.Outputs.ToDictionary(output => output.Name, output => output.ValueType);
                node.OutputTargets = TargetsOf(json, type.Outputs.Select(output => (output.Name, output.JsonName)));
                Bind(node, type.Create());
            }
            else if (json["workflowDefinitionId"].AsString() is { } definitionId)
            {
                BuildCall(node, definitionId);
            }
            else
            {
                node.Problem = $"Activity type '{typeName}' could not be found.";
            }
        }

        private void BuildCall(ActivityNode node, string definitionId)
        {
            var definition = resolve(definitionId, node.Json["workflowDefinitionVersionId"].AsString()) ?? resolve(definitionId, null);

            if (definition is null || _open.Any(open => open.DefinitionId == definition.DefinitionId))
            {
                node.Problem = definition is null
                    ? $"The workflow '{definitionId}' used as an activity could not be found."
                    : $"The workflow '{definitionId}' contains itself.";
                return;
            }

            node.ActivityType = CallType;
            node.Inputs = [.. definition.Inputs.Select(input => Wrapped(input.Name, input.Type, node.Json[Casing.Camel(input.Name)], true, false)).OfType<InputBinding>()];
            node.Outputs = definition.Outputs.ToDictionary(output => output.Name, output => output.Type);
            node.OutputTargets = TargetsOf(node.Json, definition.Outputs.Select(output => (output.Name, Casing.Camel(output.Name))));
            BuildWorkflow(definition, node, "root");
            Bind(node, new WorkflowAsActivity());
        }

        private InputBinding? BindInput(ActivityInput input, JsonNode? json) =>
            Wrapped(input.Name, input.ValueType, json, input.Attribute.AutoEvaluate, input.Attribute.IsSensitive)
            ?? (input.Default is null ? null : new InputBinding(input.Name, input.ValueType, new ConstantExpression(input.Default), true, false));

        /// <summary>A wrapped input, or a bare scalar, which is a literal. The type comes from the activity: the designer writes none.</summary>
        private InputBinding? Wrapped(string name, Type type, JsonNode? json, bool autoEvaluate, bool isSensitive)
        {
            var expression = json switch
            {
                null => null,
                JsonObject wrapped => wrapped["expression"] is JsonObject inner
                    ? languages.Compile(inner["type"].AsString() ?? "Literal", inner["value"], type)
                    : null,
                _ => languages.Compile("Literal", json, type),
            };

            return expression is null ? null : new InputBinding(name, type, expression, autoEvaluate, isSensitive);
        }

        private static Dictionary<string, string> TargetsOf(JsonObject json, IEnumerable<(string Name, string JsonName)> outputs)
        {
            var targets = new Dictionary<string, string>(StringComparer.Ordinal);

            foreach (var (name, jsonName) in outputs)
            {
                if ((json[jsonName] as JsonObject)?["memoryReference"] is JsonObject reference && reference["id"].AsString() is { Length: > 0 } target)
                {
                    targets[name] = target;
                }
            }

            return targets;
        }

        private static void Bind(ActivityNode node, Activity activity)
        {
            activity.Node = node;

            try
            {
                foreach (var input in node.ActivityType.Inputs)
                {
                    input.Bind(activity, node.Json[input.JsonName]);
                }

                foreach (var output in node.ActivityType.Outputs)
                {
                    output.Bind(activity);
                }

                foreach (var port in node.ActivityType.Ports)
                {
                    port.Bind(activity, node);
                }

                activity.Prepare();
                node.Activity = activity;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NotSupportedException or ArgumentException)
            {
                node.Problem = $"Activity '{node.Id}' of type '{node.TypeName}' cannot be read: {e.Message}";
            }
        }

        /// <summary>Elsa 3.8 numbers the workflow activity after all that are inside: the innermost is Workflow1.</summary>
        private string WorkflowIdOf(WorkflowDefinition definition)
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            CollectIds(definition, used, []);
            return NextWorkflowId(used);
        }

        private void CollectIds(WorkflowDefinition definition, HashSet<string> used, HashSet<string> seen)
        {
            if (definition.Root is null || !seen.Add(definition.DefinitionId))
            {
                return;
            }

            foreach (var element in ActivityTree.Enumerate(definition.Root))
            {
                used.Add(element.Json["id"].AsString() ?? "");

                if (element.Json["workflowDefinitionId"].AsString() is { } nestedId
                    && !registry.TryGet(element.Json["type"].AsString() ?? "", 1, out _)
                    && (resolve(nestedId, element.Json["workflowDefinitionVersionId"].AsString()) ?? resolve(nestedId, null)) is { } nested
                    && !seen.Contains(nested.DefinitionId))
                {
                    var inner = new HashSet<string>(StringComparer.Ordinal);
                    CollectIds(nested, inner, [.. seen]);
                    inner.Add(NextWorkflowId(inner));
                    used.UnionWith(inner);
                }
            }
        }

        private static string NextWorkflowId(HashSet<string> used)
        {
            var number = 1;

            while (used.Contains($"Workflow{number}"))
            {
                number++;
            }

            return $"Workflow{number}";
        }
    }
}
