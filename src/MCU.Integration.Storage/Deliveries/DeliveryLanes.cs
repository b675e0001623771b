using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Deliveries;

/// <summary>Who stands in the lanes that a batch adds to: a new delivery behind an older one is parked.</summary>
internal sealed class DeliveryLanes
{
    private readonly Dictionary<(string Adapter, string Lane), List<Guid>> _standing = [];
    private List<(string Adapter, string Lane, Guid Id)> _read = [];

    /// <summary>Queues the locking look-up of these lanes; <see cref="Loaded"/> follows the flush.</summary>
    public void Load(HubSession session, IEnumerable<(string Adapter, string Lane)> lanes) =>
        _read = session.Read(DeliverySql.Lane, [.. lanes.Select(lane => new object?[] { lane.Adapter, lane.Lane })], DeliverySql.ReadLane);

    public void Loaded()
    {
        foreach (var (adapter, lane, id) in _read)
        {
            Standing(adapter, lane).Add(id);
        }
    }

    /// <summary>Adds a new delivery to its lane; true when an older one stands before it.</summary>
    public bool Join(NewDelivery delivery)
    {
        var standing = Standing(delivery.Adapter, delivery.Lane);
        var parked = standing.Exists(other => other.CompareTo(delivery.Id.Value) < 0);
        standing.Add(delivery.Id.Value);
        return parked;
    }

    private List<Guid> Standing(string adapter, string lane)
    {
        if (!_standing.TryGetValue((adapter, lane), out var ids))
        {
            _standing.Add((adapter, lane), ids = []);
        }

        return ids;
    }
}
