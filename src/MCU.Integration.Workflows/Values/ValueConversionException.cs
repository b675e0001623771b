namespace MCU.Integration.Workflows.Values;

/// <summary>A value cannot be read as the type that an input or a variable asks for.</summary>
public sealed class ValueConversionException(string message, Exception? inner = null) : Exception(message, inner);
