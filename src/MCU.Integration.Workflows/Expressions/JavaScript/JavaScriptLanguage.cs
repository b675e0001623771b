using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Values;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>JavaScript by Jint, without access to the host's types.</summary>
public sealed class JavaScriptLanguage(JavaScriptOptions options) : IExpressionLanguage
{
    /// <inheritdoc />
    public string Type => "JavaScript";

    /// <inheritdoc />
    public bool IsBrowsable => true;

    /// <inheritdoc />
    public string? MonacoLanguage => "javascript";

    /// <inheritdoc />
    public CompiledExpression Compile(JsonNode? source, Type target) => CompileScript(source.AsText() ?? "");

    /// <summary>Prepares a script, e.g. one that an activity got at run time.</summary>
    public JavaScriptExpression CompileScript(string script) => new(script, options);
}
