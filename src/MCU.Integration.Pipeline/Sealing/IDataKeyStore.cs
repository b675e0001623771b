using MCU.Integration.Pipeline.Audit;

namespace MCU.Integration.Pipeline.Sealing;

public interface IDataKeyStore
{
    IReadOnlyList<DataKey> LoadAll();

    /// <summary>Adds the key unless one of the same class and month exists; returns the one that is stored.</summary>
    DataKey AddOrGet(DataKey key);

    /// <summary>Replaces the wrapped form after the master key was rotated.</summary>
    void Rewrap(IReadOnlyList<DataKey> keys, AuditEntry? audit = null);
}
