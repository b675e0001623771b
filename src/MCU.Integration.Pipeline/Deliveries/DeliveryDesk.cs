using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>Deliveries for people and programs: seen, sent again, let go.</summary>
public sealed class DeliveryDesk(IDeliveryStore deliveries, AuditTrail audit, IWakeUp wakeUp, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    public Task<Page<DeliveryRow>> ListAsync(Actor actor, DeliveryFilter filter, PageRequest page, CancellationToken cancellation) =>
        deliveries.ListAsync(filter with { Adapter = actor.DemandWithin(Right.SeeMessages, filter.Adapter) }, page, cancellation);

    /// <summary>The delivery of the whole hub that has waited longest; null when none waits, or when it goes to an adapter that the actor may not see.</summary>
    public async Task<DeliveryRow?> OldestWaitingAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeMessages);
        return await deliveries.OldestWaitingAsync(cancellation) is { } oldest && actor.May(Right.SeeMessages, oldest.Adapter) ? oldest : null;
    }

    public async Task<DeliveryDetails> GetAsync(Actor actor, DeliveryId id, CancellationToken cancellation)
    {
        var row = await FindAsync(actor, Right.SeeMessages, id, cancellation);
        return new(row, await deliveries.StepsAsync(id, cancellation), await deliveries.AttemptsAsync(id, cancellation));
    }

    /// <summary>Sends a dead, refused or held delivery again with the same keys.</summary>
    /// <exception cref="UseCaseException">It is unknown, or in no such state.</exception>
    public Task<DeliveryRow> ReplayAsync(Actor actor, DeliveryId id, CancellationToken cancellation) =>
        ChangeAsync(actor, id, deliveries.ReplayAsync, "delivery.replay", "Only a dead, refused or held delivery can be sent again", cancellation);

    /// <summary>
    /// Sends a delivery again under new keys, all of its steps: for a person who knows that the other side has lost what it had, or must get it twice. A record that
    /// the other side finds by the number of the case is still found.
    /// </summary>
    /// <exception cref="UseCaseException">It is unknown, waits already, was superseded, or its document was erased.</exception>
    public Task<DeliveryRow> SendAsNewAsync(Actor actor, DeliveryId id, CancellationToken cancellation) =>
        ChangeAsync(actor, id, deliveries.SendAsNewAsync, "delivery.send_as_new", "Only a delivery that is over or held can be sent as new", cancellation);

    /// <summary>Lets younger deliveries of its lane pass a dead or held one.</summary>
    /// <exception cref="UseCaseException">It is unknown, in no such state, or released already.</exception>
    public Task<DeliveryRow> ReleaseAsync(Actor actor, DeliveryId id, CancellationToken cancellation) =>
        ChangeAsync(actor, id, deliveries.ReleaseAsync, "delivery.release", "Only a dead or held delivery that was not released yet can be let go", cancellation);

    private async Task<DeliveryRow> ChangeAsync(
        Actor actor,
        DeliveryId id,
        Func<DeliveryId, DateTimeOffset, CancellationToken, AuditEntry?, Task<bool>> change,
        string deed,
        string condition,
        CancellationToken cancellation)
    {
        var row = await FindAsync(actor, Right.Replay, id, cancellation);
        if (!await change(id, time.GetUtcNow(), cancellation, audit.Entry(actor, deed, $"delivery:{id}", row.ReasonCode)))
        {
            throw UseCaseException.Conflict($"{condition}; this one is {row.State}.");
        }

        wakeUp.Signal(WakeUpChannel.Deliveries);
        return await FindAsync(actor, Right.Replay, id, cancellation);
    }

    /// <summary>What the actor may not know of is, to the actor, not there.</summary>
    private async Task<DeliveryRow> FindAsync(Actor actor, Right right, DeliveryId id, CancellationToken cancellation)
    {
        actor.Demand(right);
        var row = await deliveries.FindAsync(id, cancellation);
        return row is not null && actor.May(Right.SeeMessages, row.Adapter) ? row : throw UseCaseException.NotFound($"delivery {id}");
    }
}
