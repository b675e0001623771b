using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Activities;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Pipeline.Workflows.Lint;

/// <summary>An activity of a workflow that is checked.</summary>
/// <param name="Type">Null when this hub does not know it.</param>
public sealed record WorkflowStep(string Id, string TypeName, ActivityType? Type, ActivityElement Element)
{
    public JsonObject Json => Element.Json;

    public string Pointer => Element.Pointer;

    /// <summary>What the designer shows on it.</summary>
    public string Title => TextOf(Json["metadata"]?["displayText"]) ?? TextOf(Json["name"]) ?? Id;

    public bool StartsWorkflow => Json["customProperties"]?["canStartWorkflow"] is JsonValue value && value.TryGetValue<bool>(out var starts) && starts;

    /// <summary>Whether it waits when a run comes to it in the middle of a workflow.</summary>
    public bool IsTimer => TypeName is "Elsa.Delay" or "Elsa.Timer" or "Elsa.Cron" or "Elsa.StartAt";

    public WorkflowFinding Warning(string code, string message, string? property = null) => new(PointerTo(property), code, message, false, Id);

    public WorkflowFinding Error(string code, string message, string? property = null) => new(PointerTo(property), code, message, true, Id);

    /// <summary>Type and text of an input's expression; null when it has none, and for structures.</summary>
    public (string Language, string Text)? ExpressionOf(string input) =>
        (Json[input] as JsonObject)?["expression"] is JsonObject expression && TextOf(expression["type"]) is { } language && TextOf(expression["value"]) is { } text
            ? (language, text)
            : null;

    /// <summary>The value that an input is given literally; null when it is computed or absent.</summary>
    public string? LiteralOf(string input) => ExpressionOf(input) is ("Literal", { Length: > 0 } text) ? text : null;

    private string PointerTo(string? property) => property is null ? Pointer : $"{Pointer}/{property}";

    internal static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
