using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>A kind of expression, e.g. JavaScript.</summary>
public interface IExpressionLanguage
{
    /// <summary>The expression type in definitions.</summary>
    string Type { get; }

    /// <summary>Whether the designer offers it in its syntax list.</summary>
    bool IsBrowsable { get; }

    /// <summary>The editor's language; none shows a plain or special editor.</summary>
    string? MonacoLanguage { get; }

    /// <summary>Prepares an expression. An error in the source may be thrown here or at evaluation.</summary>
    /// <param name="source">The expression's <c>value</c>.</param>
    /// <param name="target">The type of the input it is for.</param>
    CompiledExpression Compile(JsonNode? source, Type target);
}
