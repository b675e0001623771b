using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;

namespace MCU.Integration.Pipeline.Sealing;

/// <summary>Puts a new master key into use. What was sealed stays as it is; only the data keys are wrapped anew.</summary>
public sealed class KeyRotation(KeyFile keyFile, IDataKeyStore store, AuditTrail audit)
{
    /// <summary>Adds a master key and wraps all data keys under it.</summary>
    /// <returns>Its id, and how many data keys were wrapped anew.</returns>
    /// <exception cref="AccessDeniedException">Only who manages users may do this.</exception>
    public (string MasterKey, int Rewrapped) Rotate(Actor actor)
    {
        actor.DemandEverywhere(Right.ManageUsers);

        // The file first: a data key must never be wrapped under a master key that only memory knows.
        var id = keyFile.AddMasterKey();
        var master = keyFile.Current;
        var rewrapped = store.LoadAll().Where(key => key.Wrapped is not null).Select(key => Rewrap(master, key)).ToList();
        store.Rewrap(rewrapped, audit.Entry(actor, "keys.rotate", $"master-key:{id}"));
        return (id, rewrapped.Count);
    }

    private DataKey Rewrap(MasterKey master, DataKey key)
    {
        var old = keyFile.Find(key.MasterKeyId) ?? throw new KeyFileException($"The key file has no master key '{key.MasterKeyId}'.");
        var plain = KeyWrapping.Unwrap(old, key);
        return key with { MasterKeyId = master.Id, Wrapped = KeyWrapping.Wrap(master, key.Id, key.Class, plain) };
    }
}
