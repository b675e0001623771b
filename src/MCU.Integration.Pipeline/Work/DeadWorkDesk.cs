using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Work;

/// <summary>Use cases of work that was given up. Such work names no adapter, so it takes a scope without limits.</summary>
public sealed class DeadWorkDesk(IDeadWork work, AuditTrail audit, IWakeUp wakeUp, TimeProvider time)
{
    public Task<Page<DeadWorkItem>> ListAsync(Actor actor, PageRequest page, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.SeeCases);
        return work.ListAsync(page, cancellation);
    }

    /// <summary>Sends the item round again: its instance goes on at the faulted activity.</summary>
    /// <exception cref="UseCaseException">There is no such dead item.</exception>
    public async Task ReplayAsync(Actor actor, WorkItemId id, CancellationToken cancellation)
    {
        actor.DemandEverywhere(Right.Replay);
        if (!await work.ReplayAsync(id, time.GetUtcNow(), cancellation, audit.Entry(actor, "work.replay", $"work:{id}")))
        {
            throw UseCaseException.NotFound($"dead work item {id}");
        }

        wakeUp.Signal(WakeUpChannel.Work);
    }
}
