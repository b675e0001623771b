using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>The value of the workflow input whose JSON the expression holds; found by name.</summary>
public sealed class InputLanguage : IExpressionLanguage
{
    /// <inheritdoc />
    public string Type => "Input";

    /// <inheritdoc />
    public bool IsBrowsable => true;

    /// <inheritdoc />
    public string? MonacoLanguage => null;

    /// <inheritdoc />
    public CompiledExpression Compile(JsonNode? source, Type target)
    {
        var input = source.AsString() is { } text ? JsonValues.Parse(text) : source;
        return new Reference(input?["name"].AsString() ?? "");
    }

    private sealed class Reference(string name) : CompiledExpression
    {
        public override ValueTask<JsonNode?> EvaluateAsync(IExpressionScope scope, CancellationToken cancellationToken) =>
            new(scope.GetInput(name));
    }
}
