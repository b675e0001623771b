using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Alerts;

/// <summary>Alerts for people and programs. They end by themselves when their cause is gone; acknowledging only says who knows.</summary>
public sealed class AlertDesk(IAlertStore store, AuditTrail audit, TimeProvider time)
{
    /// <summary>Newest first; a vendor sees those of its own adapters.</summary>
    public Task<Page<AlertRow>> ListAsync(Actor actor, AlertFilter filter, PageRequest page, CancellationToken cancellation) =>
        store.ListAsync(filter with { Adapter = actor.DemandWithin(Right.SeeMessages, filter.Adapter) }, page, cancellation);

    /// <exception cref="UseCaseException">There is no such alert.</exception>
    public async Task<AlertRow> GetAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeMessages);
        return await store.FindAsync(id, cancellation) is { } found && (actor.Adapters.Count == 0 || (found.Adapter is { } adapter && actor.Adapters.Contains(adapter)))
            ? found
            : throw UseCaseException.NotFound($"alert {id}");
    }

    /// <summary>How many stand that nobody has acknowledged.</summary>
    public Task<int> CountNewAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeMessages);
        return actor.Adapters.Count > 1 ? Task.FromResult(0) : store.CountNewAsync(actor.Adapters.FirstOrDefault(), cancellation);
    }

    /// <summary>Notes that somebody has taken notice; again changes nothing.</summary>
    /// <exception cref="UseCaseException">There is no such alert.</exception>
    public async Task<AlertRow> AcknowledgeAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var alert = await GetAsync(actor, id, cancellation);
        actor.Demand(Right.Replay, alert.Adapter);
        await store.AcknowledgeAsync(id, actor.Name, time.GetUtcNow(), cancellation, audit.Entry(actor, "alert.acknowledge", $"alert:{id}"));
        return await GetAsync(actor, id, cancellation);
    }
}
