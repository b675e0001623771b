using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>The adapters of an active set, by key.</summary>
public sealed class AdapterCatalog(IEnumerable<AdapterDescription> adapters)
{
    private readonly FrozenDictionary<string, AdapterDescription> _byKey = adapters.ToFrozenDictionary(adapter => adapter.Key, StringComparer.Ordinal);

    public IReadOnlyList<AdapterDescription> All { get; } = [.. adapters.OrderBy(adapter => adapter.Key, StringComparer.Ordinal)];

    public bool TryGet(string key, [NotNullWhen(true)] out AdapterDescription? adapter) => _byKey.TryGetValue(key, out adapter);
}
