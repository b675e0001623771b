namespace MCU.Integration.Workflows.Runtime;

/// <summary>The expression of an input failed.</summary>
public sealed class InputEvaluationException(string message, Exception inner) : Exception(message, inner);
