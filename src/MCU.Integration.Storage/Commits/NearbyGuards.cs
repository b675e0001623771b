using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Commits;

/// <summary>
/// Judges counts of earlier cases that a decision hung on. Sets with cases near each other queue up on the locks of their place, so two nodes cannot both miss the
/// other's case; what the batch itself writes before a set is counted here.
/// </summary>
internal sealed class NearbyGuards(IReadOnlyList<ChangeSet> sets)
{
    private readonly List<NearbyGuard> _guards = [.. sets.SelectMany(set => set.NearbyGuards)];
    private readonly Dictionary<NearbyGuard, long> _counts = new(ReferenceEqualityComparer.Instance);
    private readonly List<Case> _written = [];
    private List<(int Guard, long Count)> _read = [];

    /// <summary>Queues locks and counts; <see cref="Loaded"/> follows the flush. Each statement sees what was committed before it began, so the counts see whoever held the locks.</summary>
    public void Load(HubSession session)
    {
        session.Lock(_guards.SelectMany(guard => NearbySql.PlacesOf(guard.Query)).Select(AdvisoryLocks.Nearby));
        _read = session.Read(NearbySql.Count, [.. _guards.Select((guard, i) => NearbySql.CountRow(i, guard.Query))], row => (row.Int(), row.Long()));
    }

    public void Loaded()
    {
        foreach (var (guard, count) in _read)
        {
            _counts[_guards[guard]] = count;
        }
    }

    public bool Hold(ChangeSet set) =>
        set.NearbyGuards.TrueForAll(guard => _counts[guard] + _written.Count(written => NearbySql.Finds(guard.Query, written)) == guard.Found);

    /// <summary>The set is written: later ones of the batch did not see it.</summary>
    public void MoveOn(ChangeSet set)
    {
        if (_guards.Count > 0)
        {
            _written.AddRange(set.Cases.Select(write => write.Case));
        }
    }
}
