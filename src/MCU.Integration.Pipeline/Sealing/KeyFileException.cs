namespace MCU.Integration.Pipeline.Sealing;

/// <summary>The key file cannot be used; the hub must not start with it.</summary>
public sealed class KeyFileException(string message, Exception? inner = null) : Exception(message, inner);
