using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>One line of an instance's journal.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Sequence">The position within the instance, from 0 without gaps.</param>
/// <param name="EventName">Started, Resumed, Suspended, Completed, Faulted, Canceled, or a word of the activity's own.</param>
public sealed record JournalEntry(
    string Id,
    long Sequence,
    DateTimeOffset Timestamp,
    string EventName,
    string ActivityInstanceId,
    string? ParentActivityInstanceId,
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    int ActivityTypeVersion,
    string? ActivityName,
    string? Message,
    JsonNode? Payload);
