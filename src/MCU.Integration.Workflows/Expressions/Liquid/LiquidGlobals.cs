using System.Globalization;
using System.Text.Json.Nodes;
using DotLiquid;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions.Liquid;

/// <summary>What a template sees: <c>Variables</c>, <c>Input</c>, and the instance's ids.</summary>
internal static class LiquidGlobals
{
    public static Hash Of(IExpressionScope scope) => new()
    {
        ["Variables"] = new Names(name => scope.TryGetVariable(name, out var value, out _) ? value : null),
        ["Input"] = new Names(scope.GetInput),
        ["CorrelationId"] = scope.CorrelationId,
        ["WorkflowDefinitionId"] = scope.DefinitionId,
        ["WorkflowDefinitionVersionId"] = scope.DefinitionVersionId,
        ["WorkflowDefinitionVersion"] = scope.DefinitionVersion,
        ["WorkflowInstanceId"] = scope.InstanceId,
    };

    private static object? FromJson(JsonNode? node) => node switch
    {
        null => null,
        JsonObject obj => Map(obj),
        JsonArray array => array.Select(FromJson).ToList(),
        _ => Scalar(node),
    };

    private static Hash Map(JsonObject obj)
    {
        var hash = new Hash();

        foreach (var (name, value) in obj)
        {
            hash[name] = FromJson(value);
        }

        return hash;
    }

    private static object? Scalar(JsonNode node) =>
        node.AsString() is { } text ? text
        : node.AsBoolean() is { } flag ? flag
        : node.AsInteger() is { } integer ? (integer is >= int.MinValue and <= int.MaxValue ? (int)integer : integer)
        : decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : node.AsDouble();

    /// <summary>Names that are looked up only when a template asks for them.</summary>
    private sealed class Names(Func<string, JsonNode?> find) : Drop
    {
        public override object? BeforeMethod(string method) => FromJson(find(method));
    }
}
