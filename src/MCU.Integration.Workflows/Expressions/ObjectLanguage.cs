using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>
/// JSON text for a typed input. For an input of type Object the text stays text: that is what Elsa 3.8 does, and a typed
/// variable parses it when it is assigned.
/// </summary>
public sealed class ObjectLanguage(string type) : IExpressionLanguage
{
    /// <inheritdoc />
    public string Type => type;

    /// <inheritdoc />
    public bool IsBrowsable => false;

    /// <inheritdoc />
    public string? MonacoLanguage => "json";

    /// <inheritdoc />
    public CompiledExpression Compile(JsonNode? source, Type target) => new ConstantExpression(ValueConverter.Coerce(source, target));
}
