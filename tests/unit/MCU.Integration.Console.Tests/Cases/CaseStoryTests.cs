using MCU.Integration.Console.Pages.Cases;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Tests.Cases;

public sealed class CaseStoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly CaseId Id = CaseId.From(Guid.CreateVersion7(Start));

    [Fact]
    public void Tell_PutsFactsAndDeliveriesUnderTheMessageThatCausedThem()
    {
        var message = Message(0);

        var story = CaseStory.Tell(Dossier([message], [Event(1, 1, message.Id), Event(2, 2, message.Id)], [Delivery(3, message.Id)]));

        var chapter = story.ShouldHaveSingleItem();
        chapter.Message.ShouldBe(message);
        chapter.Events.Select(happened => happened.Sequence).ShouldBe([1, 2]);
        chapter.Deliveries.ShouldHaveSingleItem();
    }

    [Fact]
    public void Tell_IsInTheOrderOfTime()
    {
        var (first, second) = (Message(0), Message(10));

        CaseStory.Tell(Dossier([second, first], [Event(1, 1, first.Id), Event(2, 11, second.Id)], [])).Select(chapter => chapter.Message).ShouldBe([first, second]);
    }

    [Fact]
    public void Tell_LeavesNothingOut()
    {
        var message = Message(0);
        var unknown = MessageId.From(Guid.CreateVersion7(Start));

        var story = CaseStory.Tell(Dossier([message], [Event(1, 5, null), Event(2, 6, unknown)], [Delivery(7, null), Delivery(8, unknown)]));

        story.Sum(chapter => chapter.Events.Count).ShouldBe(2);
        story.Sum(chapter => chapter.Deliveries.Count).ShouldBe(2);
        story.Count(chapter => chapter.Message is not null).ShouldBe(1);
    }

    private static CaseDossier Dossier(IReadOnlyList<MessageRow> messages, IReadOnlyList<CaseEvent> events, IReadOnlyList<DeliveryRow> deliveries) => new(
        new()
        {
            Id = Id,
            Version = events.Count,
            Number = "2026-000001",
            SubmissionId = SubmissionId.From(Guid.CreateVersion7(Start)),
            Kind = CaseKind.Report,
            Regime = LegalRegime.Message,
            Source = "pos",
            Status = MainStatus.Received,
            StatusSince = Start,
            ReceivedAt = Start,
            UpdatedAt = Start,
        },
        events,
        [],
        [],
        messages,
        deliveries);

    private static CaseEvent Event(long sequence, int second, MessageId? message) => new()
    {
        Id = CaseEventId.From(Guid.CreateVersion7(Start.AddSeconds(second))),
        CaseId = Id,
        Sequence = sequence,
        OccurredAt = Start,
        RecordedAt = Start.AddSeconds(second),
        Actor = new(CaseActorKind.Workflow),
        Cause = new() { Message = message?.ToString() },
        Fact = new CaseReopened { Round = 1 },
    };

    private static MessageRow Message(int second) => new(
        MessageId.From(Guid.CreateVersion7(Start.AddSeconds(second))), "pos", MessageDirection.In, "pos.message", MessageState.Processed, $"key-{second}", null, null, "",
        Start.AddSeconds(second), null, null, null, null, 1, 1, null)
    {
        CaseIds = [Id],
    };

    private static DeliveryRow Delivery(int second, MessageId? cause) => new(
        DeliveryId.From(Guid.CreateVersion7(Start.AddSeconds(second))), "sed", "card.create", "lane", DeliveryState.Delivered, MessageId.From(Guid.CreateVersion7(Start)),
        "sed.card", Id, cause, null, null, null, 1, Start.AddSeconds(second), Start.AddSeconds(second), null, null, null, null);
}
