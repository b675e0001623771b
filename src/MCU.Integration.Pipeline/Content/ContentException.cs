namespace MCU.Integration.Pipeline.Content;

/// <summary>The published content does not fit together at this point: the activity faults and the engineer is told where.</summary>
public sealed class ContentException(string message) : Exception(message);
