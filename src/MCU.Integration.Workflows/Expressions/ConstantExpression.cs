using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>An expression whose value is known beforehand.</summary>
public sealed class ConstantExpression(JsonNode? value) : CompiledExpression
{
    /// <inheritdoc />
    public override ValueTask<JsonNode?> EvaluateAsync(IExpressionScope scope, CancellationToken cancellationToken) => new(value);
}
