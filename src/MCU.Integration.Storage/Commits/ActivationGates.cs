using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Instances;

namespace MCU.Integration.Storage.Commits;

/// <summary>Judges Elsa's activation strategies: starts that they guard queue up on one lock, so two nodes cannot both find nothing running.</summary>
internal sealed class ActivationGates(IReadOnlyList<ChangeSet> sets)
{
    private readonly List<ActivationGate> _gates = [.. sets.SelectMany(set => set.Instances).Select(write => write.Gate).OfType<ActivationGate>().Distinct()];
    private readonly HashSet<ActivationGate> _closed = [];

    public void Lock(HubSession session)
    {
        if (_gates.Count > 0)
        {
            session.Lock(AdvisoryLocks.Activation, shared: false);
        }
    }

    public async Task LoadAsync(HubSession session, CancellationToken cancellation)
    {
        foreach (var gate in _gates)
        {
            if (await RunningInstances.AnyAsync(session, gate, cancellation))
            {
                _closed.Add(gate);
            }
        }
    }

    /// <summary>False when a running instance, also one of this batch, closes a gate of the set.</summary>
    public bool Pass(ChangeSet set)
    {
        if (set.Instances.Exists(write => write.Gate is { } gate && _closed.Contains(gate)))
        {
            return false;
        }

        foreach (var write in set.Instances.Where(write => write.Row.Status == RunningInstances.Status))
        {
            _closed.UnionWith(_gates.Where(gate => Matches(gate.DefinitionId, write.Row.DefinitionId) && Matches(gate.CorrelationId, write.Row.CorrelationId)));
        }

        return true;
    }

    private static bool Matches(string? wanted, string? actual) => wanted is null || wanted == actual;
}
