using System.Security.Cryptography;
using System.Text;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Submissions;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Storage.ComplianceTests.Support;

/// <summary>Makes the things that stores keep, with only what a test cares about.</summary>
public sealed class Some(UuidV7Source ids, TimeProvider time)
{
    private int _next;

    public DateTimeOffset Now => time.GetUtcNow();

    public NewMessage Message(string adapter, string? key = null, string content = "{}", MessageState state = MessageState.Waiting) => new(
        ids.Next<MessageId>(),
        adapter,
        MessageDirection.In,
        $"{adapter}.message",
        state,
        key ?? $"key-{Interlocked.Increment(ref _next)}",
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
        Now,
        TestSealer.Body(content),
        content.Length,
        0);

    /// <summary>An acceptance with one item that processes the message.</summary>
    public Acceptance Acceptance(NewMessage message, string? orderKey = null) => new(message, [Item(message.Id, orderKey)], []);

    public NewWorkItem Item(MessageId? message = null, string? orderKey = null, DateTimeOffset? dueAt = null) =>
        new(ids.Next<WorkItemId>(), message is null ? WorkKind.DispatchWorkflow : WorkKind.ProcessMessage, orderKey, dueAt ?? Now, Now)
        {
            MessageId = message,
            DefinitionVersionId = "definition-1",
            TriggerActivityId = "start",
        };

    public NewDelivery Delivery(string adapter, string? lane = null) => new(
        ids.Next<DeliveryId>(), adapter, "create-card", lane ?? $"lane-{Interlocked.Increment(ref _next)}", Document(adapter), Now, Now);

    public NewMessage Document(string adapter) => Message(adapter, content: $"document {Guid.CreateVersion7()}") with
    {
        Direction = MessageDirection.Out,
        State = MessageState.Outbound,
        DocumentType = $"{adapter}.card",
    };

    public ChangeSet Changes(WorkLease? lease = null) => new() { Lease = lease, Now = Now };

    public ChangeSet Changes(params NewDelivery[] deliveries)
    {
        var changes = Changes((WorkLease?)null);
        changes.Deliveries.AddRange(deliveries);
        return changes;
    }

    public InstanceRow Instance(string? id = null, int version = 0, string status = "Running", string definition = "intake") =>
        new(id ?? ids.Next().ToString("N"), definition, definition + "-1", 1, status, status == "Running" ? "Suspended" : "Finished", version, Now, Now);

    public InstanceWrite Write(InstanceRow row, int expectedVersion, params BookmarkRow[] bookmarks) =>
        new(row, expectedVersion, TestSealer.Body($"state {expectedVersion + 1}"), bookmarks, [], null);

    public BookmarkRow Bookmark(InstanceRow row, string hash, DateTimeOffset? dueAt = null) =>
        new(ids.Next().ToString("N"), row.Id, "Event", hash, "activity", "Flowchart:activity", ids.Next().ToString("N"), null, row.CorrelationId, Now, dueAt);

    public Submission Submission(string? externalId = null) => new()
    {
        Id = ids.Next<SubmissionId>(),
        Source = "pos",
        ExternalId = externalId ?? $"submission-{Interlocked.Increment(ref _next)}",
        Regime = LegalRegime.Appeal59Fz,
        ReceivedAt = Now,
        RecordedAt = Now,
    };

    public CaseWrite NewCase(Submission submission, string? number = null)
    {
        var id = ids.Next<CaseId>();
        var opened = new CaseOpened
        {
            Number = number ?? CaseNumber.Format(2026, Interlocked.Increment(ref _next)),
            SubmissionId = submission.Id,
            ApplicantId = submission.ApplicantId,
            Kind = CaseKind.Appeal,
            Regime = submission.Regime,
            Source = submission.Source,
            ReceivedAt = submission.ReceivedAt,
        };
        return Next(null, id, CaseCommands.Open(null, opened));
    }

    /// <summary>The case after a decision, as a write on top of what was read.</summary>
    public CaseWrite Next(Case? read, CaseId id, CaseDecision decision)
    {
        decision.Refusal.ShouldBeNull();
        var events = decision.ToEvents(id, read?.Version ?? 0, new(Now, Now, new(CaseActorKind.Adapter, "pos"), CaseCause.None), ids);
        var after = events.Aggregate(read, (state, added) => CaseFold.Apply(state, added));
        return new(after!, read?.Version ?? 0, events);
    }

    public CaseWrite Route(Case read, string body = "roads") => Next(read, read.Id, CaseCommands.Route(read, body));

    public Link Link(CaseId caseId, string externalId, string adapter = "sed") => new()
    {
        Id = ids.Next<LinkId>(),
        Version = 1,
        CaseId = caseId,
        Adapter = adapter,
        RecordType = "card",
        ExternalId = externalId,
    };
}
