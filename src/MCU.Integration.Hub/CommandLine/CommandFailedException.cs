namespace MCU.Integration.Hub.CommandLine;

/// <summary>A command cannot do its work; the message is for people.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
