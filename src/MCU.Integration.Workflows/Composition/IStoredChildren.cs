using MCU.Integration.Workflows.Runtime;

namespace MCU.Integration.Workflows.Composition;

/// <summary>
/// Finds children that ran inside a burst and were stored before its node died. A service of the host, see <see cref="IBurstHost.Get{T}"/>;
/// the commit of what becomes of a child depends on its being as it was found.
/// </summary>
public interface IStoredChildren
{
    /// <summary>The child as it was stored; <see langword="null"/> if there is none.</summary>
    ValueTask<StoredChild?> FindAsync(string instanceId, CancellationToken cancellationToken);
}
