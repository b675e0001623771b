namespace MCU.Integration.Pipeline.Sealing;

/// <summary>An encrypted body: <paramref name="Cipher"/> is nonce (12 bytes) + tag (16 bytes) + AES-256-GCM cipher text.</summary>
/// <param name="KeyId">The data key that sealed it; erasing that key erases the body.</param>
public sealed record SealedBody(Guid KeyId, byte[] Cipher);
