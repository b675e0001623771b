namespace MCU.Integration.Pipeline.Sealing;

/// <summary>A data key as it lies in the database: wrapped under a master key of the key file.</summary>
/// <param name="Month">First day of the month that it seals.</param>
/// <param name="Wrapped">nonce + tag + cipher text of the 32-byte key; null once it was destroyed.</param>
public sealed record DataKey(Guid Id, SealedClass Class, DateOnly Month, string MasterKeyId, byte[]? Wrapped);
