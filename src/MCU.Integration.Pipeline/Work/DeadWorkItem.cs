using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Work;

/// <summary>A work item without a message that was given up: a faulted continuation, timer or started workflow. Items of a message are seen through it.</summary>
/// <param name="InstanceId">The faulted instance; a replay goes on at its faulted activity.</param>
public sealed record DeadWorkItem(
    WorkItemId Id,
    WorkKind Kind,
    string? InstanceId,
    string? DefinitionVersionId,
    string? CorrelationId,
    int Attempts,
    DateTimeOffset CreatedAt,
    string? ReasonCode,
    string? Detail);
