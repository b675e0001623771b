using System.Diagnostics.CodeAnalysis;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>The manifests in force: those that the active set carries.</summary>
public sealed class AdapterManifests(IAdapterSource source)
{
    public IReadOnlyList<AdapterManifest> All => [.. source.All.OfType<AdapterManifest>()];

    public bool TryGet(string key, [NotNullWhen(true)] out AdapterManifest? manifest)
    {
        // A city has dozens of adapters, not thousands.
        foreach (var adapter in source.All)
        {
            if (adapter.Key == key)
            {
                manifest = adapter as AdapterManifest;
                return manifest is not null;
            }
        }

        manifest = null;
        return false;
    }
}
