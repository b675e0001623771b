using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions;

/// <summary>The value as it stands. Objects and arrays become their JSON text, as in Elsa 3.8.</summary>
public sealed class LiteralLanguage : IExpressionLanguage
{
    /// <inheritdoc />
    public string Type => "Literal";

    /// <inheritdoc />
    public bool IsBrowsable => false;

    /// <inheritdoc />
    public string? MonacoLanguage => null;

    /// <inheritdoc />
    public CompiledExpression Compile(JsonNode? source, Type target) =>
        new ConstantExpression(ValueConverter.Coerce(source is JsonObject or JsonArray ? JsonValue.Create(source.AsText()) : source, target));
}
