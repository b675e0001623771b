using MCU.Integration.Pipeline.Batching;
using MCU.Integration.Pipeline.Nodes;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>The one place that writes what bursts decided: gathers change sets into transactions and wakes whoever has something to do now.</summary>
public sealed class Committer : IAsyncDisposable
{
    private readonly GroupWriter<ChangeSet, CommitOutcome> _writer;
    private readonly IWakeUp _wakeUp;

    public Committer(ICommitStore store, IWakeUp wakeUp, IOptions<BatchingOptions> options)
    {
        _wakeUp = wakeUp;
        _writer = new(store.CommitAsync, options.Value.Writers, options.Value);
    }

    /// <summary>Returns when the set is durable, or was refused by a guard.</summary>
    public async Task<CommitOutcome> CommitAsync(ChangeSet changeSet, CancellationToken cancellation)
    {
        var outcome = await _writer.WriteAsync(changeSet, cancellation);
        if (outcome == CommitOutcome.Committed)
        {
            Wake(changeSet);
        }

        return outcome;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void Wake(ChangeSet changeSet)
    {
        if (changeSet.Deliveries.Count > 0)
        {
            _wakeUp.Signal(WakeUpChannel.Deliveries);
        }

        if (changeSet.WorkItems.Count > 0 || changeSet.Stimuli.Count > 0 || changeSet.Instances.Any(i => i.AddedBookmarks.Any(b => b.DueAt is not null)))
        {
            _wakeUp.Signal(WakeUpChannel.Work);
        }
    }
}
