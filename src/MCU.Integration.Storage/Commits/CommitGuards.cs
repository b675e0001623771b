using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Deliveries;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Storage.Ledger;
using MCU.Integration.Storage.Work;

namespace MCU.Integration.Storage.Commits;

/// <summary>
/// What the change sets of a batch rely on: leases and versions, read and locked in one go, items before instances before cases before links before deliveries, each in the
/// order of their ids, so that two batches cannot wait for each other. A set that passes moves the versions on, so later sets are judged against it.
/// </summary>
internal sealed class CommitGuards
{
    private List<HeldLease> _leaseRows = [];
    private List<(string Id, int Version)> _instanceRows = [];
    private List<(CaseId Id, long Version, MainStatus Status)> _caseRows = [];
    private List<(LinkId Id, long Version)> _linkRows = [];

    private List<(CaseId CaseId, string Adapter, DeliveryId Id)> _deliveryRows = [];

    private Dictionary<WorkItemId, HeldLease> _leases = [];
    private Dictionary<string, int> _instances = [];
    private Dictionary<CaseId, (long Version, MainStatus? Status)> _cases = [];
    private Dictionary<LinkId, long> _links = [];
    private Dictionary<(CaseId CaseId, string Adapter), List<DeliveryId>> _deliveries = [];

    /// <summary>Queues the locking look-ups; <see cref="Loaded"/> follows the flush.</summary>
    public void Load(HubSession session, IReadOnlyList<ChangeSet> sets, IReadOnlyList<object?[]> itemIds, MessageProgress progress)
    {
        _leaseRows = session.Read(WorkSql.Lease, itemIds, HeldLease.Read);
        progress.Load(session, itemIds);
        _instanceRows = session.Read(
            InstanceSql.Guard, [.. sets.SelectMany(set => set.Instances).Select(write => new object?[] { write.Row.Id })], row => (row.Text(), row.Int()));
        _caseRows = session.Read(
            CaseSql.Guard, [.. sets.SelectMany(CasesOf).Select(id => new object?[] { id.Value })], row => (row.Id<CaseId>(), row.Long(), row.Word<MainStatus>()));
        _linkRows = session.Read(
            CaseSql.LinkGuard, [.. sets.SelectMany(set => set.Links).Select(write => new object?[] { write.Link.Id.Value })], row => (row.Id<LinkId>(), row.Long()));
        _deliveryRows = session.Read(
            DeliverySql.OpenGuard,
            [.. sets.SelectMany(set => set.DeliveryGuards).Select(guard => new object?[] { guard.CaseId.Value, guard.Adapter })],
            row => (row.Id<CaseId>(), row.Text(), row.Id<DeliveryId>()));
    }

    public void Loaded()
    {
        _leases = _leaseRows.ToDictionary(lease => lease.Id);
        _instances = _instanceRows.ToDictionary(row => row.Id, row => row.Version);
        _cases = _caseRows.ToDictionary(row => row.Id, row => (row.Version, (MainStatus?)row.Status));
        _links = _linkRows.ToDictionary(row => row.Id, row => row.Version);
        _deliveries = _deliveryRows.GroupBy(row => (row.CaseId, row.Adapter)).ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Id).ToList());
    }

    /// <summary>The lease's row while it is still ours; null otherwise.</summary>
    public HeldLease? Holding(ChangeSet set) =>
        set.Lease is { } lease && _leases.TryGetValue(lease.ItemId, out var held) && held.Token == lease.Token ? held : null;

    public bool VersionsHold(ChangeSet set) =>
        set.Instances.TrueForAll(write => _instances.GetValueOrDefault(write.Row.Id) == write.ExpectedVersion)
        && set.Cases.TrueForAll(write => _cases.GetValueOrDefault(write.Case.Id).Version == write.ExpectedVersion)
        && set.CaseGuards.TrueForAll(guard => _cases.GetValueOrDefault(guard.CaseId).Version == guard.ExpectedVersion)
        && set.Links.TrueForAll(write => _links.GetValueOrDefault(write.Link.Id) == write.ExpectedVersion)
        && set.DeliveryGuards.TrueForAll(guard => guard.Open.SequenceEqual(_deliveries.GetValueOrDefault((guard.CaseId, guard.Adapter)) ?? []));

    /// <summary>The item is finished: a second set with the same lease comes too late.</summary>
    public void Consume(HeldLease lease) => _leases.Remove(lease.Id);

    /// <summary>Moves the versions on, and tells the ledger what became of the cases.</summary>
    public void MoveOn(ChangeSet set, LedgerDeltas ledger)
    {
        set.Instances.ForEach(write => _instances[write.Row.Id] = write.ExpectedVersion + 1);
        foreach (var write in set.Cases)
        {
            ledger.Move(_cases.GetValueOrDefault(write.Case.Id).Status, write.Case.Status);
            _cases[write.Case.Id] = (write.Case.Version, write.Case.Status);
        }

        set.Links.ForEach(write => _links[write.Link.Id] = write.ExpectedVersion + 1);
        foreach (var delivery in set.Deliveries)
        {
            if (delivery.CaseId is { } caseId)
            {
                OpenOf(caseId, delivery.Adapter).Add(delivery.Id);
            }
        }
    }

    private List<DeliveryId> OpenOf(CaseId caseId, string adapter)
    {
        if (!_deliveries.TryGetValue((caseId, adapter), out var open))
        {
            _deliveries.Add((caseId, adapter), open = []);
        }

        return open;
    }

    private static IEnumerable<CaseId> CasesOf(ChangeSet set) => set.Cases.Select(write => write.Case.Id).Concat(set.CaseGuards.Select(guard => guard.CaseId));
}
