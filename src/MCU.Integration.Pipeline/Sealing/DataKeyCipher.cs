using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MCU.Integration.Pipeline.Sealing;

/// <summary>
/// AES-256-GCM under one key. Nonces are a random 64-bit prefix per process and key, followed by a counter: no call of the random generator per body,
/// and far fewer random draws than the 2^32 after which purely random nonces become doubtful (NIST SP 800-38D §8.3).
/// </summary>
internal sealed class DataKeyCipher(Guid id, byte[] key)
{
    public const int NonceSize = 12;
    public const int TagSize = 16;
    public const int Overhead = NonceSize + TagSize;

    // An AesGcm is not safe for two threads at once; making one for each body would cost more than the encryption.
    private readonly ConcurrentQueue<AesGcm> _idle = new();
    private readonly ulong _prefix = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private long _count;

    public Guid Id { get; } = id;

    /// <summary>nonce + tag + cipher text.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var result = new byte[Overhead + plain.Length];
        var nonce = result.AsSpan(0, NonceSize);
        var count = (ulong)Interlocked.Increment(ref _count);
        BinaryPrimitives.WriteUInt64LittleEndian(nonce, unchecked(_prefix + (count >> 32)));
        BinaryPrimitives.WriteUInt32LittleEndian(nonce[sizeof(ulong)..], (uint)count);

        var aes = Rent();
        aes.Encrypt(nonce, plain, result.AsSpan(Overhead), result.AsSpan(NonceSize, TagSize), associated);
        _idle.Enqueue(aes);
        return result;
    }

    /// <exception cref="CryptographicException">Not encrypted under this key with these associated data, or tampered with.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> associated)
    {
        if (cipher.Length < Overhead)
        {
            throw new CryptographicException("The cipher is too short.");
        }

        var plain = new byte[cipher.Length - Overhead];
        var aes = Rent();
        try
        {
            aes.Decrypt(cipher[..NonceSize], cipher[Overhead..], cipher.Slice(NonceSize, TagSize), plain, associated);
        }
        finally
        {
            _idle.Enqueue(aes);
        }

        return plain;
    }

    private AesGcm Rent() => _idle.TryDequeue(out var aes) ? aes : new AesGcm(key, TagSize);
}
