using System.Data.Common;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Alerts;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Deliveries;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.Commits;

/// <summary>Writes change sets in batches: three round trips to PostgreSQL, whatever their number — guards, writes, commit.</summary>
internal sealed class CommitStore(HubDatabase database, BookmarkHashes hashes, UuidV7Source ids) : ICommitStore
{
    private readonly ResumeItems _resumes = new(ids);

    public async Task<IReadOnlyList<CommitOutcome>> CommitAsync(IReadOnlyList<ChangeSet> changeSets, CancellationToken cancellation)
    {
        try
        {
            return await CommitTogetherAsync(changeSets, cancellation);
        }
        catch (Exception exception) when (exception is UniqueViolationException or DbException)
        {
            // One set spoils the batch and nobody knows which: each for itself, so that it spoils only its own.
            var outcomes = new List<CommitOutcome>(changeSets.Count);
            foreach (var changeSet in changeSets)
            {
                outcomes.Add(await CommitAloneAsync(changeSet, cancellation));
            }

            return outcomes;
        }
    }

    private Task<IReadOnlyList<CommitOutcome>> CommitTogetherAsync(IReadOnlyList<ChangeSet> changeSets, CancellationToken cancellation) =>
        database.WriteAsync(session => CommitAsync(session, changeSets, cancellation), cancellation);

    private async Task<CommitOutcome> CommitAloneAsync(ChangeSet changeSet, CancellationToken cancellation)
    {
        try
        {
            return (await CommitTogetherAsync([changeSet], cancellation))[0];
        }
        catch (UniqueViolationException)
        {
            return CommitOutcome.Conflict;
        }
        catch (DbException)
        {
            return CommitOutcome.Refused;
        }
    }

    private async Task<IReadOnlyList<CommitOutcome>> CommitAsync(HubSession session, IReadOnlyList<ChangeSet> sets, CancellationToken cancellation)
    {
        var itemIds = sets.Where(set => set.Lease is not null).Select(set => new object?[] { set.Lease!.Value.ItemId.Value }).ToList();
        var guards = new CommitGuards();
        var progress = new MessageProgress();
        var lanes = new DeliveryLanes();
        var gates = new ActivationGates(sets);
        var nearby = new NearbyGuards(sets);
        guards.Load(session, sets, itemIds, progress);
        lanes.Load(session, sets.SelectMany(set => set.Deliveries).Select(delivery => (delivery.Adapter, delivery.Lane)));
        gates.Lock(session);
        nearby.Load(session);
        await session.FlushAsync(cancellation);
        guards.Loaded();
        progress.Loaded();
        lanes.Loaded();
        nearby.Loaded();
        await gates.LoadAsync(session, cancellation);

        var batch = new CommitBatch(lanes, hashes);
        var ends = new ItemEnds(progress);
        var outcomes = new List<CommitOutcome>(sets.Count);
        foreach (var set in sets)
        {
            outcomes.Add(Judge(set, guards, nearby, gates, batch, ends, session));
        }

        var committed = sets.Where((_, i) => outcomes[i] == CommitOutcome.Committed).ToList();
        await WriteAsync(session, committed, batch, ends, progress, cancellation);
        return outcomes;
    }

    private static CommitOutcome Judge(
        ChangeSet set, CommitGuards guards, NearbyGuards nearby, ActivationGates gates, CommitBatch batch, ItemEnds ends, HubSession session)
    {
        var lease = guards.Holding(set);
        if (set.Lease is not null && lease is null)
        {
            return CommitOutcome.LeaseLost;
        }

        if (!guards.VersionsHold(set) || !nearby.Hold(set))
        {
            return CommitOutcome.Conflict;
        }

        var activated = gates.Pass(set);
        if (lease is { } held)
        {
            if (set.Renewal is { } renewal)
            {
                ends.Renew(held, renewal, activated);
            }
            else
            {
                guards.Consume(held);
                ends.Add(set, held, activated);
            }
        }

        if (!activated)
        {
            return CommitOutcome.NotActivated;
        }

        guards.MoveOn(set, session.Ledger);
        nearby.MoveOn(set);
        batch.Add(set, session);
        return CommitOutcome.Committed;
    }

    private async Task WriteAsync(
        HubSession session, List<ChangeSet> committed, CommitBatch batch, ItemEnds ends, MessageProgress progress, CancellationToken cancellation)
    {
        batch.WriteTo(session);
        ends.WriteTo(session);
        progress.WriteTo(session);
        AuditSql.Write(session, committed.SelectMany(set => set.Audit));
        session.Write(AlertSql.Meet, AlertSql.Rows(committed.SelectMany(set => set.Alerts).Select(cause => (cause, 1L)), ids, committed.Count > 0 ? committed.Max(set => set.Now) : default));
        if (committed.Exists(set => set.Supersedes.Count > 0))
        {
            await session.FlushAsync(cancellation);
            await DeliverySupersession.ApplyAsync(session, committed, cancellation);
        }

        if (committed.Exists(set => set.Stimuli.Count > 0))
        {
            // The ledger goes along, or it would need a round trip of its own.
            session.Ledger.WriteTo(session);

            // After the writes, so that a bookmark which this batch took away is not resumed, and one which it made is.
            var bookmarks = WaitingBookmarks.Find(session, hashes, committed.SelectMany(set => set.Stimuli));
            await session.FlushAsync(cancellation);
            session.Write(
                WorkSql.Insert,
                [.. from set in committed from stimulus in set.Stimuli from item in _resumes.For(bookmarks, stimulus, set.Now) select WorkSql.Row(item)]);
        }
    }
}
