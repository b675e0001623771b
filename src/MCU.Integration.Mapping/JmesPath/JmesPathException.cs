namespace MCU.Integration.Mapping.JmesPath;

/// <summary>An expression that is well-formed could not be evaluated on this document: an argument of the wrong type, a slice without a step.</summary>
/// <param name="code">Stable: <c>invalid_type</c>, <c>invalid_value</c>.</param>
/// <param name="message">English; never carries the document's values.</param>
public sealed class JmesPathException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
