using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>An expression prepared once and evaluated often, by any thread.</summary>
public abstract class CompiledExpression
{
    /// <summary>Evaluates the expression; the value is not yet converted to the type of its target.</summary>
    public abstract ValueTask<JsonNode?> EvaluateAsync(IExpressionScope scope, CancellationToken cancellationToken);
}
