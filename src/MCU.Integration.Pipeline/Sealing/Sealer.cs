using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Pipeline.Sealing;

/// <summary>
/// Seals with AES-256-GCM under one data key per class and month (UTC). Keys are unwrapped once; every few minutes they are looked up again, so that one which was
/// destroyed opens nothing on any node. Only keys of past months are ever destroyed: the present one may be kept for sealing.
/// </summary>
public sealed class Sealer(IDataKeyStore store, KeyFile keyFile, UuidV7Source ids, TimeProvider time) : ISealer
{
    private const int KeySize = 32;

    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, TrustedCipher> _ciphers = new();
    private readonly CurrentKey?[] _current = new CurrentKey?[Enum.GetValues<SealedClass>().Length];
    private readonly Lock _lock = new();

    private sealed record CurrentKey(DateOnly Month, SealingKey Key);

    private sealed record TrustedCipher(DataKeyCipher Cipher, DateTimeOffset Until);

    /// <summary>Opens every data key once, so that a wrong key file stops the start and not the first message.</summary>
    /// <exception cref="KeyFileException">The file lacks a master key that wrapped a stored data key.</exception>
    public void Check()
    {
        keyFile.Open();
        foreach (var key in store.LoadAll().Where(key => key.Wrapped is not null))
        {
            Remember(key);
        }
    }

    /// <inheritdoc/>
    public ISealingKey Key(SealedClass kind) => CurrentOf(kind);

    /// <inheritdoc/>
    public SealedBody Seal(SealedPlace place, ReadOnlySpan<byte> plain) => CurrentOf(place.Class).Seal(place, plain);

    /// <inheritdoc/>
    public byte[] Open(SealedPlace place, SealedBody body)
    {
        var cipher = _ciphers.TryGetValue(body.KeyId, out var known) && known.Until > time.GetUtcNow() ? known.Cipher : Find(body.KeyId);
        try
        {
            return PackedBody.Unpack(cipher.Decrypt(body.Cipher, place.Label()));
        }
        catch (Exception exception) when (exception is CryptographicException or InvalidDataException)
        {
            throw new SealBrokenException(
                $"The sealed value {place.Column} of {place.Row} does not open: it was changed, or belongs to another row, column or key.", exception);
        }
    }

    /// <inheritdoc/>
    public byte[] BlindIndex(string field, string normalisedValue) =>
        HMACSHA256.HashData(keyFile.IndexKey, Encoding.UTF8.GetBytes($"{field}\0{normalisedValue}"));

    private SealingKey CurrentOf(SealedClass kind)
    {
        var now = time.GetUtcNow();
        var month = new DateOnly(now.Year, now.Month, 1);
        if (Volatile.Read(ref _current[(int)kind]) is { } current && current.Month == month)
        {
            return current.Key;
        }

        lock (_lock)
        {
            if (_current[(int)kind] is { } made && made.Month == month)
            {
                return made.Key;
            }

            var id = ids.Next();
            var master = keyFile.Current;
            var wrapped = KeyWrapping.Wrap(master, id, kind, RandomNumberGenerator.GetBytes(KeySize));
            var stored = store.AddOrGet(new(id, kind, month, master.Id, wrapped));
            var key = new SealingKey(Remember(stored));
            Volatile.Write(ref _current[(int)kind], new(month, key));
            return key;
        }
    }

    /// <summary>A key that this process has not met, because another node made it, or not looked up for a while.</summary>
    private DataKeyCipher Find(Guid id)
    {
        var key = store.LoadAll().FirstOrDefault(key => key.Id == id) ?? throw new SealBrokenException($"The data key {id} is unknown.");
        return Remember(key);
    }

    private DataKeyCipher Remember(DataKey key)
    {
        if (key.Wrapped is null)
        {
            _ciphers.TryRemove(key.Id, out _);
            throw new SealBrokenException($"The data key {key.Id} was erased, and with it what it sealed.");
        }

        var until = time.GetUtcNow() + Trust;
        if (_ciphers.TryGetValue(key.Id, out var met))
        {
            _ciphers[key.Id] = met with { Until = until };
            return met.Cipher;
        }

        var master = keyFile.Find(key.MasterKeyId)
            ?? throw new KeyFileException($"The key file {keyFile.FilePath} has no master key '{key.MasterKeyId}', which the database needs: restore the key file that belongs to it.");
        try
        {
            return _ciphers.GetOrAdd(key.Id, id => new(new(id, KeyWrapping.Unwrap(master, key)), until)).Cipher;
        }
        catch (CryptographicException exception)
        {
            throw new KeyFileException($"The master key '{key.MasterKeyId}' of {keyFile.FilePath} does not open the database's data keys: restore the key file that belongs to it.", exception);
        }
    }
}
