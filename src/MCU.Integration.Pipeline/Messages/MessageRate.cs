namespace MCU.Integration.Pipeline.Messages;

/// <summary>Number of messages of one adapter and direction within one minute (UTC, start of the minute).</summary>
public sealed record MessageRate(DateTimeOffset Minute, string Adapter, MessageDirection Direction, int Count);
