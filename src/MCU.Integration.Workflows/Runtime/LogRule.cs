using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Expressions;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>Whether one value, or one activity's values, may be shown: fixed, or computed when the activity is recorded.</summary>
internal sealed class LogRule
{
    private readonly JsonObject? _source;
    private readonly bool? _fixed;
    private CompiledExpression? _expression;

    private LogRule(bool? include, JsonObject? source)
    {
        _fixed = include;
        _source = source;
    }

    public static LogRule? Read(JsonNode? rule) => rule switch
    {
        not JsonObject => null,
        _ when rule["evaluationMode"].AsString() == "Expression" => rule["expression"] is JsonObject source ? new LogRule(null, source) : null,
        _ => Decision(rule["strategyType"].AsString()?.Split(',')[0].Split('.')[^1].Trim()) is { } include ? new LogRule(include, null) : null,
    };

    /// <summary>True, false, or null to ask the next rule.</summary>
    public async ValueTask<bool?> DecideAsync(ActivityExecutionContext context)
    {
        if (_source is null)
        {
            return _fixed;
        }

        _expression ??= context.Node.Languages.Compile(_source["type"].AsString() ?? "Literal", _source["value"], typeof(string));
        var value = await _expression.EvaluateAsync(context.Scope, context.CancellationToken);
        return value.AsBoolean() ?? Decision(value.AsText());
    }

    /// <summary>Names and numbers of Elsa's LogPersistenceMode; null for Inherit, Configuration and anything else.</summary>
    private static bool? Decision(string? mode) => mode?.Trim().ToUpperInvariant() switch
    {
        "INCLUDE" or "1" or "TRUE" => true,
        "EXCLUDE" or "2" or "FALSE" => false,
        _ => null,
    };
}
