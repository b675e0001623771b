using System.Security.Cryptography;

namespace MCU.Integration.Pipeline.Sealing;

/// <summary>Wraps data keys under master keys; id and class are authenticated, so a wrapped key cannot be passed off as another.</summary>
internal static class KeyWrapping
{
    public static byte[] Wrap(MasterKey master, Guid id, SealedClass kind, byte[] dataKey) =>
        new DataKeyCipher(id, master.Key).Encrypt(dataKey, Label(id, kind));

    /// <exception cref="CryptographicException">Not wrapped under this master key.</exception>
    public static byte[] Unwrap(MasterKey master, DataKey key) =>
        new DataKeyCipher(key.Id, master.Key).Decrypt(key.Wrapped, Label(key.Id, key.Class));

    private static byte[] Label(Guid id, SealedClass kind) => [.. id.ToByteArray(bigEndian: true), (byte)kind];
}
