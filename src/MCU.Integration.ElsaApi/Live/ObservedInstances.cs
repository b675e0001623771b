using System.Collections.Concurrent;
using System.Threading.Channels;

namespace MCU.Integration.ElsaApi.Live;

/// <summary>Which instances somebody watches on this node.</summary>
internal sealed class ObservedInstances
{
    /// <summary>A viewer watches one instance, with a few parts of its page.</summary>
    private const int MostOfConnection = 100;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _byConnection = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _told = new(StringComparer.Ordinal);
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public IReadOnlyList<string> Ids => [.. _byConnection.Values.SelectMany(ids => ids.Keys).Distinct(StringComparer.Ordinal)];

    /// <returns>False when the connection watches too many already.</returns>
    public bool Add(string connectionId, string instanceId)
    {
        var ids = _byConnection.GetOrAdd(connectionId, _ => new(StringComparer.Ordinal));
        if (ids.Count >= MostOfConnection)
        {
            return false;
        }

        ids[instanceId] = true;

        // What changed between its page and its subscription would be missed: tell it once whatever happened.
        _told.TryRemove(instanceId, out _);
        _news.Writer.TryWrite(true);
        return true;
    }

    public void Remove(string connectionId) => _byConnection.TryRemove(connectionId, out _);

    /// <summary>Nobody needs to look at it again.</summary>
    public void Forget(string instanceId)
    {
        foreach (var ids in _byConnection.Values)
        {
            ids.TryRemove(instanceId, out _);
        }

        _told.TryRemove(instanceId, out _);
    }

    /// <summary>Whether observers have not been told of this version yet; they count as told then.</summary>
    public bool IsNew(string instanceId, int rowVersion)
    {
        var isNew = !_told.TryGetValue(instanceId, out var told) || told != rowVersion;
        _told[instanceId] = rowVersion;
        return isNew;
    }

    /// <summary>Returns when somebody watches something.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        while (Ids.Count == 0)
        {
            _told.Clear();
            await _news.Reader.ReadAsync(cancellation);
        }
    }
}
