using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>The manifests of the active set. Replaced as a whole; who holds an older manifest finishes with it.</summary>
public sealed class AdapterManifests : IAdapterSource
{
    private volatile FrozenDictionary<string, AdapterManifest> _current = FrozenDictionary<string, AdapterManifest>.Empty;

    public IReadOnlyList<AdapterManifest> All => _current.Values;

    IReadOnlyList<AdapterDescription> IAdapterSource.All => [.. _current.Values.Select(manifest => manifest.Description)];

    public bool TryGet(string key, [NotNullWhen(true)] out AdapterManifest? manifest) => _current.TryGetValue(key, out manifest);

    /// <summary>Makes these the manifests in force; called when an active set is switched.</summary>
    public void Replace(IEnumerable<AdapterManifest> manifests) => _current = manifests.ToFrozenDictionary(manifest => manifest.Key, StringComparer.Ordinal);
}
