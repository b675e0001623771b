using System.Collections.Concurrent;

namespace MCU.Integration.Pipeline.Access;

/// <summary>Remembers users for some seconds: each request of a session asks whether the user still exists, is enabled and kept the security stamp.</summary>
public sealed class UserCache(IAccessStore store, TimeProvider time)
{
    /// <summary>How long a change made on another node may stay unseen.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (HubUser? User, DateTimeOffset Until)> _known = new();

    public async ValueTask<HubUser?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(id, out var known) && known.Until > now)
        {
            return known.User;
        }

        var user = await store.FindUserAsync(id, cancellation);
        _known[id] = (user, now + Freshness);
        return user;
    }

    public void Forget(Guid id) => _known.TryRemove(id, out _);
}
