namespace MCU.Integration.Pipeline.Sealing;

/// <summary>A master key: it wraps data keys and nothing else.</summary>
/// <param name="Key">32 bytes.</param>
internal sealed record MasterKey(string Id, byte[] Key, DateTimeOffset CreatedAt);
