using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Deliveries;

/// <summary>Links that deliveries created or left a status on: each is inserted unless it exists, then takes the mark.</summary>
internal sealed class DeliveryLinks
{
    private List<Link> _known = [];

    /// <summary>Queues the locking look-up; <see cref="WriteTo"/> follows the flush.</summary>
    public void Load(HubSession session, IEnumerable<LinkMade> made) =>
        _known = session.Read(
            CaseSql.LinkByRecord,
            [.. made.Select(link => new object?[] { link.Adapter, link.RecordType, link.ExternalId })],
            CaseSql.ReadDocument<Link>);

    /// <param name="kept">Of the loaded ones those whose delivery is still ours.</param>
    public void WriteTo(HubSession session, IEnumerable<LinkMade> kept)
    {
        var known = _known.ToDictionary(Key);
        var links = new Dictionary<(string, string, string), Link>(known);
        foreach (var made in kept)
        {
            var key = (made.Adapter, made.RecordType, made.ExternalId);
            var link = links.GetValueOrDefault(key) ?? New(made);
            links[key] = made.Mark is { } mark ? link.AfterSending(mark) : link;
        }

        session.Write(CaseSql.InsertLink, [.. links.Where(link => !known.ContainsKey(link.Key)).Select(link => CaseSql.LinkRow(link.Value))]);
        session.Write(CaseSql.UpdateLink, [.. links.Where(link => known.TryGetValue(link.Key, out var before) && before != link.Value).Select(link => CaseSql.LinkRow(link.Value))]);
    }

    private static (string Adapter, string RecordType, string ExternalId) Key(Link link) => (link.Adapter, link.RecordType, link.ExternalId);

    // Version 1 as a burst would write it; 0 means that there is none yet.
    private static Link New(LinkMade made) => new()
    {
        Id = made.NewId,
        Version = made.Mark is null ? 1 : 0,
        CaseId = made.CaseId,
        Adapter = made.Adapter,
        RecordType = made.RecordType,
        ExternalId = made.ExternalId,
    };
}
