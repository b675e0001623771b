using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Descriptors;

/// <summary>Activity descriptors in the JSON of the Elsa API, made from the attributes of the activity classes.</summary>
public sealed class ActivityDescriptors(ActivityRegistry registry)
{
    private readonly Lazy<IReadOnlyList<JsonObject>> _builtIn = new(() => [.. registry.Types.Select(Describe)]);

    /// <summary>
    /// All descriptors; each pair of type name and version occurs once, as the designer demands. Treat the objects as read-only.
    /// </summary>
    /// <param name="usableAsActivity">The published workflows that may be used as activities.</param>
    public IReadOnlyList<JsonObject> All(IEnumerable<WorkflowDefinition> usableAsActivity)
    {
        var all = new List<JsonObject>(_builtIn.Value);
        var seen = registry.Types.Select(type => (type.TypeName, type.Version)).ToHashSet();

        foreach (var definition in usableAsActivity)
        {
            var typeName = Casing.Pascal(definition.Name ?? definition.DefinitionId);

            if (seen.Add((typeName, definition.Version)))
            {
                all.Add(DescribeWorkflow(definition, typeName));
            }
        }

        return all;
    }

    /// <summary>The descriptor of one activity class.</summary>
    public static JsonObject Describe(ActivityType type) => new()
    {
        ["typeName"] = type.TypeName,
        ["namespace"] = type.Attribute.Namespace,
        ["name"] = type.Name,
        ["version"] = type.Version,
        ["category"] = type.Attribute.Category,
        ["displayName"] = type.Attribute.DisplayName ?? Casing.Spaced(type.Name),
        ["description"] = type.Attribute.Description,
        ["inputs"] = Array(type.Inputs.Select(Input)),
        ["outputs"] = Array(type.Outputs.Select(Output)),
        ["kind"] = type.Attribute.Kind.ToString(),
        ["runAsynchronously"] = false,
        ["ports"] = Array(type.Ports.Where(port => !port.IsList)
            .Select(port => Port(port.Name, port.Attribute.DisplayName ?? port.Name, PortType.Embedded, port.Attribute.IsBrowsable))
            .Concat(type.Attribute.Outcomes.Select(outcome => Port(outcome, outcome, PortType.Flow, isBrowsable: true)))),
        ["customProperties"] = type.Attribute.ResilienceCategory is { } resilience
            ? new JsonObject { ["Resilient"] = true, ["ResilienceCategory"] = resilience }
            : new JsonObject(),
        ["constructionProperties"] = new JsonObject(),
        ["isContainer"] = type.Attribute.IsContainer,
        ["isBrowsable"] = type.Attribute.IsBrowsable,
        ["isStart"] = type.Attribute.IsStart,
        ["isTerminal"] = type.Attribute.IsTerminal,
    };

    private static JsonObject DescribeWorkflow(WorkflowDefinition definition, string typeName) => new()
    {
        ["typeName"] = typeName,
        ["namespace"] = "",
        ["name"] = typeName,
        ["version"] = definition.Version,
        ["category"] = definition.Options.ActivityCategory ?? "Workflows",
        ["displayName"] = definition.Name,
        ["description"] = definition.Description,
        ["inputs"] = Array(definition.Inputs.Select(input => Input(
            input.Name, ValueTypes.AliasOf(input.Type), input.DisplayName ?? input.Name, input.Description, input.UIHint ?? UIHintOf(input.Type), isSynthetic: true))),
        ["outputs"] = Array(definition.Outputs.Select(output => Output(
            output.Name, output.Type, output.DisplayName ?? output.Name, output.Description, isSynthetic: true))),
        ["kind"] = nameof(ActivityKind.Action),
        ["runAsynchronously"] = false,
        ["ports"] = Array([
            Port("Root", "Root", PortType.Embedded, isBrowsable: false),
            .. definition.Outcomes.Select(outcome => Port(outcome, outcome, PortType.Flow, isBrowsable: true)),
        ]),
        ["customProperties"] = new JsonObject
        {
            ["RootType"] = "WorkflowDefinitionActivity",
            ["WorkflowDefinitionId"] = definition.DefinitionId,
            ["WorkflowDefinitionVersionId"] = definition.Id,
        },
        ["constructionProperties"] = new JsonObject
        {
            ["WorkflowDefinitionId"] = definition.DefinitionId,
            ["WorkflowDefinitionVersionId"] = definition.Id,
            ["Version"] = definition.Version,
        },
        ["isContainer"] = false,
        ["isBrowsable"] = true,
        ["isStart"] = false,
        ["isTerminal"] = false,
    };

    private static JsonObject Input(ActivityInput input)
    {
        var attribute = input.Attribute;
        var hint = attribute.UIHint ?? UIHintOf(input.ValueType);
        var descriptor = Input(
            input.Name, attribute.TypeName ?? TypeNameOf(input.ValueType), attribute.DisplayName ?? Casing.Spaced(input.Name), attribute.Description, hint, isSynthetic: false);
        descriptor["isWrapped"] = input.IsWrapped;
        descriptor["category"] = attribute.Category;
        descriptor["order"] = attribute.Order;
        descriptor["isBrowsable"] = attribute.IsBrowsable;
        descriptor["isSensitive"] = attribute.IsSensitive;
        descriptor["autoEvaluate"] = attribute.AutoEvaluate;
        descriptor["defaultValue"] = input.Default?.DeepClone();
        descriptor["defaultSyntax"] = attribute.DefaultSyntax;
        descriptor["uiSpecifications"] = attribute.OptionsFrom is { } list ? DesignerLists.Choices(list) : UISpecifications(hint, Choices(input));
        return descriptor;
    }

    private static JsonObject Input(string name, string typeName, string displayName, string? description, string hint, bool isSynthetic) => new()
    {
        ["name"] = name,
        ["typeName"] = typeName,
        ["displayName"] = displayName,
        ["description"] = description,
        ["category"] = null,
        ["order"] = 0,
        ["isBrowsable"] = true,
        ["isSerializable"] = true,
        ["isSynthetic"] = isSynthetic,
        ["isWrapped"] = true,
        ["uiHint"] = hint,
        ["isReadOnly"] = false,
        ["isSensitive"] = false,
        ["autoEvaluate"] = true,
        ["uiSpecifications"] = new JsonObject(),
    };

    private static JsonObject Output(ActivityOutput output)
    {
        var attribute = output.Attribute;
        var descriptor = Output(output.Name, output.ValueType, attribute.DisplayName ?? Casing.Spaced(output.Name), attribute.Description, isSynthetic: false);
        descriptor["typeName"] = attribute.TypeName ?? TypeNameOf(output.ValueType);

        // Of the result of an activity Elsa says nothing, unless it says no.
        descriptor["isSerializable"] = output.Name == "Result" && attribute.IsSerializable ? null : attribute.IsSerializable;
        return descriptor;
    }

    private static JsonObject Output(string name, Type type, string displayName, string? description, bool isSynthetic) => new()
    {
        ["name"] = name,
        ["typeName"] = ValueTypes.AliasOf(type),
        ["displayName"] = displayName,
        ["description"] = description,
        ["order"] = 0,
        ["isBrowsable"] = true,
        ["isSynthetic"] = isSynthetic,
    };

    private static JsonObject Port(string name, string displayName, PortType type, bool isBrowsable) => new()
    {
        ["name"] = name,
        ["displayName"] = displayName,
        ["type"] = type.ToString(),
        ["isBrowsable"] = isBrowsable,
    };

    private static string[] Choices(ActivityInput input)
    {
        var type = Nullable.GetUnderlyingType(input.ValueType) ?? input.ValueType;
        return input.Attribute.Options.Length > 0 ? input.Attribute.Options : type.IsEnum ? [.. Enum.GetValues(type).Cast<object>().Select(value => value.ToString()!).Distinct()] : [];
    }

    /// <summary>The keys are case-sensitive and belong to the hint; see the designer's UI hint handlers.</summary>
    private static JsonObject UISpecifications(string hint, string[] choices) => hint switch
    {
        "json-editor" => new JsonObject { ["code-editor"] = new JsonObject { ["language"] = "json" } },
        _ when choices.Length == 0 => [],
        "dropdown" => new JsonObject { ["dropdown"] = new JsonObject { ["selectList"] = Choices(choices) } },
        "checklist" => new JsonObject { ["checklist"] = new JsonObject { ["checkList"] = Choices(choices) } },
        "radiolist" => new JsonObject { ["radiolist"] = new JsonObject { ["radioList"] = Choices(choices) } },
        "code-editor" => new JsonObject { [hint] = new JsonObject { ["language"] = choices[0] } },
        "dynamic-outcomes" => new JsonObject { ["DynamicOutcomesOptions"] = new JsonObject { ["fixedOutcomes"] = Array(choices.Select(choice => JsonValue.Create(choice))) } },
        _ => [],
    };

    private static JsonObject Choices(string[] choices) => new()
    {
        ["items"] = Array(choices.Select(choice => new JsonObject { ["text"] = choice, ["value"] = choice })),
        ["isFlagsEnum"] = false,
    };

    private static string UIHintOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(bool) ? "checkbox"
            : type.IsEnum ? "dropdown"
            : ValueTypes.ElementTypeOf(type) == typeof(string) ? "multitext"
            : "singleline";
    }

    /// <summary>As Elsa names types in descriptors: any value is an Object, what takes several is a List, and null is allowed everywhere.</summary>
    private static string TypeNameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(JsonNode) ? "Object"
            : type == typeof(long) ? "Int64"
            : type.IsEnum ? type.Name
            : ValueTypes.ElementTypeOf(type) is { } element && !typeof(JsonNode).IsAssignableFrom(type) ? $"List<{TypeNameOf(element)}>"
            : ValueTypes.AliasOf(type);
    }

    private static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
