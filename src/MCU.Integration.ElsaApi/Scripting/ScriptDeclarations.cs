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
        declare function parseGuid(value: string): Guid;
        declare function newGuid(): Guid;
        declare function newGuidString(): string;
        declare function newShortGuid(): string;
        declare function bytesToString(value: Uint8Array): string;
        declare function bytesFromString(value: string): Uint8Array;
        declare function bytesToBase64(value: Uint8Array): string;
        declare function bytesFromBase64(value: string): Uint8Array;
        declare function stringToBase64(value: string): string;
        declare function stringFromBase64(value: string): string;
        declare function createEventTriggerUrl(eventName: string, lifetimeOrEnd?: TimeSpan | Date | string): string;
        declare class TimeSpan {
          constructor(...parts: number[]);
          static FromDays(value: number): TimeSpan; static FromHours(value: number): TimeSpan; static FromMinutes(value: number): TimeSpan;
          static FromSeconds(value: number): TimeSpan; static FromMilliseconds(value: number): TimeSpan; static FromTicks(value: number): TimeSpan;
          static Parse(text: string): TimeSpan; static Compare(a: TimeSpan, b: TimeSpan): number; static readonly Zero: TimeSpan;
          readonly Days: number; readonly Hours: number; readonly Minutes: number; readonly Seconds: number; readonly Milliseconds: number; readonly Ticks: number;
          readonly TotalDays: number; readonly TotalHours: number; readonly TotalMinutes: number; readonly TotalSeconds: number; readonly TotalMilliseconds: number;
          Add(other: TimeSpan): TimeSpan; Subtract(other: TimeSpan): TimeSpan; Multiply(factor: number): TimeSpan; Divide(by: number): TimeSpan;
          Negate(): TimeSpan; Duration(): TimeSpan; CompareTo(other: TimeSpan): number; Equals(other: any): boolean; ToString(format?: string): string;
        }
        declare class Guid {
          static NewGuid(): Guid; static Parse(text: string): Guid; static readonly Empty: Guid;
          Equals(other: any): boolean; CompareTo(other: Guid): number; ToString(format?: string): string;
        }
        declare class Random {
          constructor(seed?: number);
          static readonly Shared: Random;
          Next(from?: number, to?: number): number; NextDouble(): number;
        }
        declare interface ClrDate extends Date {
          readonly Year: number; readonly Month: number; readonly Day: number; readonly Hour: number; readonly Minute: number; readonly Second: number;
          readonly Millisecond: number; readonly DayOfWeek: number; readonly DayOfYear: number; readonly Date: ClrDate; readonly TimeOfDay: TimeSpan; readonly Ticks: number;
          AddYears(n: number): ClrDate; AddMonths(n: number): ClrDate; AddDays(n: number): ClrDate; AddHours(n: number): ClrDate; AddMinutes(n: number): ClrDate;
          AddSeconds(n: number): ClrDate; AddMilliseconds(n: number): ClrDate; Add(value: TimeSpan): ClrDate; Subtract(value: TimeSpan): ClrDate; Subtract(value: Date): TimeSpan;
          CompareTo(other: Date): number; Equals(other: any): boolean; ToString(format?: string): string; ToUnixTimeSeconds(): number; ToUnixTimeMilliseconds(): number;
        }
        declare interface ClrDateType {
          new (year?: number, month?: number, day?: number, hour?: number, minute?: number, second?: number, ...rest: any[]): ClrDate;
          readonly Now: ClrDate; readonly UtcNow: ClrDate; readonly Today: ClrDate; readonly MinValue: ClrDate; readonly MaxValue: ClrDate; readonly UnixEpoch: ClrDate;
          Parse(text: string): ClrDate; ParseExact(text: string, format: string): ClrDate; DaysInMonth(year: number, month: number): number; IsLeapYear(year: number): boolean;
          FromUnixTimeSeconds(value: number): ClrDate; FromUnixTimeMilliseconds(value: number): ClrDate; Compare(a: Date, b: Date): number;
        }
        declare var DateTime: ClrDateType;
        declare var DateTimeOffset: ClrDateType;

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
