using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Paging;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Sealing;

namespace MCU.Integration.Pipeline.Messages;

/// <summary>Messages for people and programs: that one happened, what was in it (masked), and sending it round again are three separate rights.</summary>
public sealed class MessageDesk(IMessageStore messages, ISealer sealer, IBodyMask mask, IMessageRouting routing, AuditTrail audit, IWakeUp wakeUp, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    public Task<Page<MessageRow>> ListAsync(Actor actor, MessageFilter filter, PageRequest page, CancellationToken cancellation) =>
        messages.ListAsync(filter with { Adapter = actor.DemandWithin(Right.SeeMessages, filter.Adapter) }, page, cancellation);

    public Task<MessageRow> GetAsync(Actor actor, MessageId id, CancellationToken cancellation) => FindAsync(actor, Right.SeeMessages, id, cancellation);

    /// <summary>Messages per minute since the given instant.</summary>
    public async Task<IReadOnlyList<MessageRate>> RatesAsync(Actor actor, DateTimeOffset since, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeMessages);
        return [.. (await messages.RatesAsync(since, cancellation)).Where(rate => actor.May(Right.SeeMessages, rate.Adapter))];
    }

    /// <param name="unmasked">Ask for the personal values; that is a right of its own, and audited before anything is shown.</param>
    /// <exception cref="UseCaseException">There is no such message, or it has no such body.</exception>
    public async Task<MessageBody> BodyAsync(Actor actor, MessageId id, BodyPart part, bool unmasked, CancellationToken cancellation)
    {
        var row = await FindAsync(actor, unmasked ? Right.SeeUnmaskedBodies : Right.SeeBodies, id, cancellation);
        var body = await messages.BodyAsync(id, part, cancellation) ?? throw UseCaseException.NotFound($"{part} body of message {id}");
        if (unmasked)
        {
            await audit.WriteAsync(actor, "message.unmask", $"message:{id}", part.ToString(), cancellation);
        }

        var plain = sealer.Open(SealedPlace.Body(id, part), body);
        return unmasked ? new(plain, Masked: false) : new(mask.Mask(row, part, plain), Masked: true);
    }

    /// <summary>Sends a dead message round again, under the content of now when nothing had wanted it.</summary>
    /// <exception cref="UseCaseException">It is unknown or not dead, or still nothing wants it.</exception>
    public async Task<MessageRow> ReplayAsync(Actor actor, MessageId id, CancellationToken cancellation)
    {
        var row = await FindAsync(actor, Right.Replay, id, cancellation);
        if (row.State != MessageState.Dead)
        {
            throw UseCaseException.Conflict($"Only a dead message can be sent round again; this one is {row.State}.");
        }

        var items = routing.ItemsFor(row);
        if (items.Count == 0 && row.ReasonCode == NoRoute)
        {
            throw UseCaseException.Conflict("Still no workflow waits for this kind of message.");
        }

        if (!await messages.ReplayAsync(id, items, time.GetUtcNow(), cancellation, audit.Entry(actor, "message.replay", $"message:{id}", row.ReasonCode)))
        {
            throw UseCaseException.Conflict("Somebody else sent it round just now.");
        }

        wakeUp.Signal(WakeUpChannel.Work);
        return await FindAsync(actor, Right.Replay, id, cancellation);
    }

    /// <summary>Reason code of a message that no trigger and no bookmark wanted.</summary>
    public const string NoRoute = "no_route";

    /// <summary>What the actor may not know of is, to the actor, not there.</summary>
    private async Task<MessageRow> FindAsync(Actor actor, Right right, MessageId id, CancellationToken cancellation)
    {
        actor.Demand(right);
        var row = await messages.FindAsync(id, cancellation);
        return row is not null && actor.May(Right.SeeMessages, row.Adapter) ? row : throw UseCaseException.NotFound($"message {id}");
    }
}
