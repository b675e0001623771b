using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>An expression that could not be prepared: the error shows where the expression is used, as an incident.</summary>
public sealed class FailingExpression(Exception error) : CompiledExpression
{
    /// <inheritdoc />
    public override ValueTask<JsonNode?> EvaluateAsync(IExpressionScope scope, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo.Throw(error);
        return default;
    }
}
