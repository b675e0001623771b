namespace MCU.Integration.Mapping.JmesPath;

/// <summary>Stops the parser; callers of <see cref="JmesExpression"/> see a problem instead.</summary>
internal sealed class JmesSyntaxException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
