using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Tests.Sealing;

/// <summary>A data key table in memory.</summary>
internal sealed class DataKeyTable : IDataKeyStore
{
    private readonly List<DataKey> _keys = [];

    public IReadOnlyList<DataKey> LoadAll() => [.. _keys];

    public DataKey AddOrGet(DataKey key)
    {
        if (_keys.FirstOrDefault(known => known.Class == key.Class && known.Month == key.Month) is { } known)
        {
            return known;
        }

        _keys.Add(key);
        return key;
    }

    public AuditEntry? Audit { get; private set; }

    public void Rewrap(IReadOnlyList<DataKey> keys, AuditEntry? audit = null)
    {
        Audit = audit;
        foreach (var key in keys)
        {
            _keys[_keys.FindIndex(known => known.Id == key.Id)] = key;
        }
    }

    /// <summary>Destroys a data key, as an erasure does.</summary>
    public void Erase(Guid id)
    {
        var at = _keys.FindIndex(known => known.Id == id);
        _keys[at] = _keys[at] with { Wrapped = null };
    }
}
