namespace MCU.Integration.Pipeline.Sealing;

/// <summary>A sealed body cannot be opened.</summary>
public sealed class SealBrokenException(string message, Exception? inner = null) : Exception(message, inner);
