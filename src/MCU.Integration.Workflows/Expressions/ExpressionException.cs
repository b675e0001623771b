namespace MCU.Integration.Workflows.Expressions;

/// <summary>An expression cannot be prepared or evaluated.</summary>
public sealed class ExpressionException(string message, Exception? inner = null) : Exception(message, inner);
