using System.Collections.Frozen;
using MCU.Integration.Pipeline.Instances;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Which published workflows a stimulus starts.</summary>
public sealed class TriggerIndex(IEnumerable<TriggerRow> triggers)
{
    private readonly FrozenDictionary<string, TriggerRow[]> _byHash = triggers.GroupBy(trigger => trigger.Hash, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderBy(trigger => trigger.Id, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    public IEnumerable<TriggerRow> All => _byHash.Values.SelectMany(rows => rows);

    public IReadOnlyList<TriggerRow> Find(string hash) => _byHash.TryGetValue(hash, out var found) ? found : [];
}
