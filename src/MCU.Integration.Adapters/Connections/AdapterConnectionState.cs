namespace MCU.Integration.Adapters.Connections;

/// <summary>What a transport needs to know of a connection.</summary>
/// <param name="Settings">Configuration over what is stored.</param>
public sealed record AdapterConnectionState(ConnectionSettings Settings, bool Paused, string? PausedReason);
