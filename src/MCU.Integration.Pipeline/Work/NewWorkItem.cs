using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Work;

/// <summary>A work item about to be stored.</summary>
/// <param name="OrderKey">Items of one key run one after the other, oldest first; null = no order.</param>
/// <param name="DueAt">Not before this instant.</param>
public sealed record NewWorkItem(WorkItemId Id, WorkKind Kind, string? OrderKey, DateTimeOffset DueAt, DateTimeOffset CreatedAt)
{
    public MessageId? MessageId { get; init; }

    /// <summary>Version id of the definition to start (ProcessMessage, DispatchWorkflow).</summary>
    public string? DefinitionVersionId { get; init; }

    /// <summary>The trigger activity to start at.</summary>
    public string? TriggerActivityId { get; init; }

    public string? InstanceId { get; init; }

    public string? BookmarkId { get; init; }

    /// <summary>JSON input of the start or resume; holds ids and codes, never personal data.</summary>
    public string? Input { get; init; }

    public string? CorrelationId { get; init; }
}
