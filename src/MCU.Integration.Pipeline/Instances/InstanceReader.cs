using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Problems;
using MCU.Integration.Pipeline.Workflows;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>
/// Workflow instances for people and programs. That one exists and where it stands is one right; its values are another, masked by default. Whoever may see them
/// as they are does, because the designer has no way to ask; that is audited once an hour for each reader and instance.
/// </summary>
public sealed class InstanceReader(IInstanceStore instances, InstanceBook book, UnmaskAudit unmasked)
{
    /// <summary>Zero-based pages with a total.</summary>
    public Task<(IReadOnlyList<InstanceRow> Items, long Total)> ListAsync(Actor actor, InstanceFilter filter, int page, int pageSize, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return instances.ListAsync(filter, page, pageSize, cancellation);
    }

    /// <exception cref="UseCaseException">There is no such instance.</exception>
    public async Task<InstanceRow> FindAsync(Actor actor, string instanceId, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        return await instances.FindAsync(instanceId, cancellation) ?? throw Missing(instanceId);
    }

    /// <exception cref="UseCaseException">There is no such instance.</exception>
    public async Task<InstanceView> GetAsync(Actor actor, string instanceId, CancellationToken cancellation)
    {
        actor.Demand(Right.SeeContent);
        var known = await instances.LoadAsync(instanceId, cancellation) ?? throw Missing(instanceId);
        return new(known.Row, book.Open(known), await SightAsync(actor, known.Row, cancellation));
    }

    /// <exception cref="UseCaseException">There is no such instance.</exception>
    public async Task<InstanceHistory> HistoryAsync(Actor actor, string instanceId, CancellationToken cancellation)
    {
        var row = await FindAsync(actor, instanceId, cancellation);
        var (entries, executions) = book.Read(await instances.JournalAsync(instanceId, cancellation));
        return new(row, entries, executions, await SightAsync(actor, row, cancellation));
    }

    private async Task<ValueSight> SightAsync(Actor actor, InstanceRow row, CancellationToken cancellation)
    {
        // Instances belong to no adapter: whoever is limited to some sees none of them unmasked.
        if (actor.May(Right.SeeUnmaskedBodies) && actor.Adapters.Count == 0)
        {
            await unmasked.NoteAsync(actor, row.Id, cancellation);
            return ValueSight.Plain;
        }

        return actor.May(Right.SeeBodies) ? ValueSight.Masked : ValueSight.Hidden;
    }

    private static UseCaseException Missing(string instanceId) => UseCaseException.NotFound($"workflow instance '{instanceId}'");
}
