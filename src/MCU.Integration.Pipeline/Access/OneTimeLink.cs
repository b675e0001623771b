namespace MCU.Integration.Pipeline.Access;

/// <summary>Lets a user set a password once; only the SHA-256 of its token is stored.</summary>
public sealed record OneTimeLink(byte[] TokenHash, Guid UserId, DateTimeOffset ExpiresAt);
