using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Pages.Cases;

/// <summary>What one message, timer or person set going: the message itself, the facts that it led to, and what went out because of it.</summary>
/// <param name="Id">Stable over refreshes.</param>
/// <param name="At">When it began.</param>
/// <param name="Message">Null when no message began it.</param>
/// <param name="Events">In the order of the case's history.</param>
/// <param name="Deliveries">Oldest first.</param>
public sealed record StoryChapter(
    string Id,
    DateTimeOffset At,
    MessageRow? Message,
    IReadOnlyList<CaseEvent> Events,
    IReadOnlyList<DeliveryRow> Deliveries);
