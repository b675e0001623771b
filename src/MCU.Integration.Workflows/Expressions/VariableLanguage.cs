using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>The current value of the variable whose JSON the expression holds; found by id.</summary>
public sealed class VariableLanguage : IExpressionLanguage
{
    /// <inheritdoc />
    public string Type => "Variable";

    /// <inheritdoc />
    public bool IsBrowsable => true;

    /// <inheritdoc />
    public string? MonacoLanguage => null;

    /// <inheritdoc />
    public CompiledExpression Compile(JsonNode? source, Type target)
    {
        var variable = source.AsString() is { } text ? JsonValues.Parse(text) : source;
        return new Reference(variable?["id"].AsString(), variable?["name"].AsString());
    }

    private sealed class Reference(string? id, string? name) : CompiledExpression
    {
        public override ValueTask<JsonNode?> EvaluateAsync(IExpressionScope scope, CancellationToken cancellationToken)
        {
            if (id is not null)
            {
                return new(scope.TryGetVariableById(id, out var byId) ? byId : null);
            }

            return new(name is not null && scope.TryGetVariable(name, out var byName, out _) ? byName : null);
        }
    }
}
