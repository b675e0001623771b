namespace MCU.Integration.Adapters.Transport;

/// <summary>An answer is larger than the hub reads.</summary>
public sealed class ResponseTooLargeException(int limit) : IOException($"The answer is larger than {limit} bytes.");
