using System.Collections.Frozen;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>The push table speaks the hub's words and names operations and maps that exist.</summary>
internal sealed class PushRule : IManifestRule
{
    private static readonly FrozenSet<string> Statuses = EnumWord.All<StatusWord>().ToFrozenSet();

    private static readonly FrozenSet<string> Outcomes = EnumWord.All<CaseOutcome>().ToFrozenSet();

    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        for (var i = 0; i < manifest.Pushes.Count; i++)
        {
            var push = manifest.Pushes[i];
            if (push.Statuses.Count == 0)
            {
                report($"/push/{i}/statuses", "required", "A row names at least one status.");
            }

            foreach (var word in push.Statuses.Where(word => !Statuses.Contains(word)))
            {
                report($"/push/{i}/statuses", "unknown_word", $"'{word}' is none of: {string.Join(", ", Statuses.Order(StringComparer.Ordinal))}.");
            }

            foreach (var word in push.Outcomes.Where(word => !Outcomes.Contains(word)))
            {
                report($"/push/{i}/outcomes", "unknown_word", $"'{word}' is none of: {string.Join(", ", Outcomes.Order(StringComparer.Ordinal))}.");
            }

            if (push.Operation.Length > 0 && !manifest.Operations.ContainsKey(push.Operation))
            {
                report($"/push/{i}/operation", "unknown_operation", $"There is no operation '{push.Operation}'.");
            }

            if (push.Map.Length > 0 && context.Maps is { } maps && !maps.Contains(push.Map))
            {
                report($"/push/{i}/map", "unknown_map", $"There is no map '{push.Map}'.");
            }
        }
    }
}
