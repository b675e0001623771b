using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Pages.Cases;

/// <summary>
/// Tells a case as people ask for it — what came, what it led to, what went out — instead of as three lists. Nothing is left out: an event or
/// delivery whose cause is not among the messages begins a chapter of its own.
/// </summary>
public static class CaseStory
{
    /// <returns>Oldest chapter first.</returns>
    public static IReadOnlyList<StoryChapter> Tell(CaseDossier dossier)
    {
        var inbound = dossier.Messages.Where(message => message.Direction == MessageDirection.In).ToDictionary(message => message.Id);
        var eventsOf = dossier.Events.GroupBy(happened => KeyOf(happened, inbound)).ToDictionary(group => group.Key, group => group.ToList());
        var deliveriesOf = dossier.Deliveries.GroupBy(delivery => KeyOf(delivery, inbound)).ToDictionary(group => group.Key, group => group.OrderBy(delivery => delivery.CreatedAt).ToList());
        return [.. inbound.Keys.Select(id => id.ToString()).Union(eventsOf.Keys).Union(deliveriesOf.Keys)
            .Select(key => Chapter(key, MessageOf(key, inbound), eventsOf.GetValueOrDefault(key) ?? [], deliveriesOf.GetValueOrDefault(key) ?? []))
            .OrderBy(chapter => chapter.At)
            .ThenBy(chapter => chapter.Events.FirstOrDefault()?.Sequence ?? long.MaxValue)];
    }

    private static StoryChapter Chapter(string key, MessageRow? message, List<CaseEvent> events, List<DeliveryRow> deliveries)
    {
        var begins = message?.ReceivedAt
            ?? events.Select(happened => happened.RecordedAt).Concat(deliveries.Select(delivery => delivery.CreatedAt)).Min();
        return new(key, begins, message, [.. events.OrderBy(happened => happened.Sequence)], deliveries);
    }

    private static string KeyOf(CaseEvent happened, Dictionary<MessageId, MessageRow> inbound) =>
        EntityId.TryParse<MessageId>(happened.Cause.Message, out var message) && inbound.ContainsKey(message) ? message.ToString()
        : happened.Cause.WorkItem is { } item ? $"work:{item}"
        : $"event:{happened.Id}";

    private static string KeyOf(DeliveryRow delivery, Dictionary<MessageId, MessageRow> inbound) =>
        delivery.CausedBy is { } cause && inbound.ContainsKey(cause) ? cause.ToString() : $"delivery:{delivery.Id}";

    private static MessageRow? MessageOf(string key, Dictionary<MessageId, MessageRow> inbound) =>
        EntityId.TryParse<MessageId>(key, out var id) ? inbound.GetValueOrDefault(id) : null;
}
