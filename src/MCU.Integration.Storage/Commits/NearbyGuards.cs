using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Commits;

/// <summary>
/// Judges counts of earlier cases that a decision hung on. Such sets are rare and queue up on one lock, so two nodes cannot both miss the other's case;
/// of two in one batch the later is computed again.
/// </summary>
internal sealed class NearbyGuards(IReadOnlyList<ChangeSet> sets)
{
    private readonly List<NearbyGuard> _guards = [.. sets.SelectMany(set => set.NearbyGuards)];
    private readonly HashSet<NearbyGuard> _broken = [];
    private readonly HashSet<string> _subjects = [];

    public void Lock(HubSession session)
    {
        if (_guards.Count > 0)
        {
            session.Lock(AdvisoryLocks.Nearby, shared: false);
        }
    }

    public async Task LoadAsync(HubSession session, CancellationToken cancellation)
    {
        foreach (var guard in _guards)
        {
            if ((await NearbySql.FindAsync(session, guard.Query, cancellation)).Count != guard.Found)
            {
                _broken.Add(guard);
            }
        }
    }

    public bool Hold(ChangeSet set) => set.NearbyGuards.TrueForAll(guard => !_broken.Contains(guard) && !_subjects.Contains(guard.Query.Subject));

    /// <summary>The set is written: later ones of the batch with its subject did not see it.</summary>
    public void MoveOn(ChangeSet set)
    {
        if (_guards.Count > 0)
        {
            _subjects.UnionWith(set.Cases.Select(write => write.Case.Classifier.Subject).OfType<string>());
        }
    }
}
