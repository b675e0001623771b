namespace MCU.Integration.Adapters.Transport;

/// <summary>The name leads only to addresses that the hub may not connect to.</summary>
public sealed class AddressRefusedException(string host) : HttpRequestException($"The hub may not connect to {host} (Hub:Outbound).");
