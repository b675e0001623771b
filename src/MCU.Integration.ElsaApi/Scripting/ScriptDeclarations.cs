using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.ElsaApi.Scripting;

/// <summary>What a script of a workflow can use, as TypeScript declarations for the designer's code editor.</summary>
internal sealed class ScriptDeclarations(ActivityRegistry registry)
{
    private const string RunJavaScript = "Elsa.RunJavaScript";

    private const string Globals = """
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowDefinitionVersionId(): string;
        declare function getWorkflowDefinitionVersion(): number;
        declare function getWorkflowInstanceId(): string;
        declare function getCorrelationId(): string | null;
        declare function setCorrelationId(value: string): void;
        declare function getWorkflowInstanceName(): string | null;
        declare function setWorkflowInstanceName(value: string): void;
        declare function getVariable(name: string): any;
        declare function setVariable(name: string, value: any): void;
        declare function getInput(name: string): any;
        declare function getOutputFrom(activityIdOrName: string, outputName?: string): any;
        declare function getLastResult(): any;
        declare function isNullOrEmpty(value: string | null): boolean;
        declare function isNullOrWhiteSpace(value: string | null): boolean;
        declare function toJson(value: any): string;
        declare function parseGuid(value: string): string;
        declare function newGuid(): string;
        declare function newGuidString(): string;
        declare function newShortGuid(): string;
        declare function bytesToString(value: Uint8Array): string;
        declare function bytesFromString(value: string): Uint8Array;
        declare function bytesToBase64(value: Uint8Array): string;
        declare function bytesFromBase64(value: string): Uint8Array;
        declare function stringToBase64(value: string): string;
        declare function stringFromBase64(value: string): string;

        """;

    private const string Outcomes = """
        declare function setOutcome(name: string): void;
        declare function setOutcomes(names: string[]): void;

        """;

    /// <param name="activityType">The activity whose input is being written.</param>
    public string Of(WorkflowDefinition definition, string? activityType)
    {
        var text = new StringBuilder(Globals);
        if (activityType == RunJavaScript)
        {
            text.Append(Outcomes);
        }

        WriteVariables(text, Variables(definition));
        foreach (var input in definition.Inputs.Where(input => IsName(Casing.Pascal(input.Name))))
        {
            text.Append($"declare function get{Casing.Pascal(input.Name)}(): {TypeOf(input.Type)};\n");
        }

        foreach (var accessor in Outputs(definition).Distinct(StringComparer.Ordinal))
        {
            text.Append($"declare function {accessor};\n");
        }

        return text.ToString();
    }

    private static void WriteVariables(StringBuilder text, IReadOnlyList<VariableDefinition> variables)
    {
        foreach (var variable in variables)
        {
            var name = Casing.Pascal(variable.Name);
            text.Append($"declare function get{name}(): {TypeOf(variable.Type)};\ndeclare function set{name}(value: {TypeOf(variable.Type)}): void;\n");
        }

        text.Append("declare interface WorkflowVariables {\n");
        foreach (var variable in variables)
        {
            text.Append($"  {variable.Name}: {TypeOf(variable.Type)};\n");
        }

        text.Append("}\ndeclare var variables: WorkflowVariables;\n");
    }

    /// <summary>Those of the workflow and of the containers in it; the first of a name counts. Names that are no identifiers are reached by <c>getVariable</c>.</summary>
    private static List<VariableDefinition> Variables(WorkflowDefinition definition) =>
    [
        .. definition.Variables
            .Concat(Activities(definition).SelectMany(activity => VariableDefinition.ReadAll(activity["variables"])))
            .Where(variable => IsName(variable.Name) && IsName(Casing.Pascal(variable.Name)))
            .DistinctBy(variable => Casing.Pascal(variable.Name)),
    ];

    private IEnumerable<string> Outputs(WorkflowDefinition definition) =>
        from activity in Activities(definition)
        let name = activity["name"].AsString()
        where name is not null && IsName(name)
        where registry.TryGet(activity["type"].AsString() ?? "", (int)(activity["version"].AsInteger() ?? 1), out _)
        from output in OutputsOf(activity)
        select $"get{output.Name}From{Casing.Pascal(name)}(): {TypeOf(output.ValueType)}";

    private IReadOnlyList<ActivityOutput> OutputsOf(JsonObject activity) =>
        registry.TryGet(activity["type"].AsString() ?? "", (int)(activity["version"].AsInteger() ?? 1), out var type) ? type.Outputs : [];

    private static IEnumerable<JsonObject> Activities(WorkflowDefinition definition) =>
        definition.Root is { } root ? ActivityTree.Enumerate(root).Select(element => element.Json) : [];

    private static bool IsName(string text) => text.Length > 0 && (char.IsLetter(text[0]) || text[0] is '_' or '$') && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '$');

    private static string TypeOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return TypeOf(underlying) + " | null";
        }

        if (type == typeof(byte[]))
        {
            return "Uint8Array";
        }

        if (ValueTypes.ElementTypeOf(type) is { } element)
        {
            return $"Array<{TypeOf(element)}>";
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "boolean",
            TypeCode.String => "string",
            TypeCode.DateTime => "Date",
            >= TypeCode.SByte and <= TypeCode.Decimal => type.IsEnum ? "string" : "number",
            _ => type == typeof(DateTimeOffset) ? "Date"
                : type == typeof(Guid) || type == typeof(TimeSpan) ? "string"
                : type == typeof(Dictionary<string, string>) ? "Record<string, string>"
                : type == typeof(JsonObject) ? "Record<string, any>"
                : "any",
        };
    }
}
