using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MCU.Integration.Pipeline.Access;

/// <summary>Tells who presents an API key. Keys are remembered for <see cref="Freshness"/>, so that the busy intake does not ask the database each time.</summary>
public sealed class KeyAuthenticator(IAccessStore store, TimeProvider time)
{
    /// <summary>How long a revoked key may go on working on another node.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    // Guessed prefixes must not fill the memory.
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (ApiKey? Key, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Null when the key is unknown, revoked or expired.</summary>
    public async ValueTask<Actor?> AuthenticateAsync(string secret, CancellationToken cancellation)
    {
        if (secret.Length < Secrets.MinKeyLength)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var key = await FindAsync(secret[..Secrets.PrefixLength], now, cancellation);
        return key is not null
            && CryptographicOperations.FixedTimeEquals(key.Hash, Secrets.HashOf(secret))
            && key.RevokedAt is null
            && !(key.ExpiresAt <= now)
            ? new Actor($"key:{key.Prefix}", key.Roles.ToHashSet(), key.Adapters.ToHashSet(StringComparer.Ordinal))
            : null;
    }

    /// <summary>Forgets what is remembered, after a key was made or revoked here.</summary>
    public void Forget() => _known.Clear();

    private async ValueTask<ApiKey?> FindAsync(string prefix, DateTimeOffset now, CancellationToken cancellation)
    {
        if (_known.TryGetValue(prefix, out var known) && known.Until > now)
        {
            return known.Key;
        }

        var key = await store.FindKeyAsync(prefix, cancellation);
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[prefix] = (key, now + Freshness);
        return key;
    }
}
