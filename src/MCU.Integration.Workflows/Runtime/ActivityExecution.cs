using System.Text.Json.Nodes;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>The record of one run of an activity, as the designer shows it; a later burst replaces it by id.</summary>
public sealed record ActivityExecution
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The node.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>The activity's type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>The version of the type.</summary>
    public int ActivityTypeVersion { get; init; }

    /// <summary>The activity's name.</summary>
    public string? ActivityName { get; init; }

    /// <summary>The run around it.</summary>
    public string? ParentActivityInstanceId { get; init; }

    /// <summary>The evaluated inputs by Pascal-cased name; without sensitive ones and those excluded by the definition.</summary>
    public JsonObject ActivityState { get; init; } = [];

    /// <summary>The outputs by Pascal-cased name; without those excluded by the definition.</summary>
    public JsonObject Outputs { get; init; } = [];

    /// <summary>What the activity noted, e.g. <c>Outcomes</c>; <see langword="null"/> if nothing.</summary>
    public JsonObject? Payload { get; init; }

    /// <summary>The error.</summary>
    public ExceptionState? Exception { get; init; }

    /// <summary>The status.</summary>
    public ActivityStatus Status { get; init; }

    /// <summary>Whether it waits at a bookmark.</summary>
    public bool HasBookmarks { get; init; }

    /// <summary>Faults of it and below.</summary>
    public int AggregateFaultCount { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The run whose completion scheduled it.</summary>
    public string? SchedulingActivityExecutionId { get; init; }

    /// <summary>The activity whose completion scheduled it.</summary>
    public string? SchedulingActivityId { get; init; }

    /// <summary>The depth in the chain of scheduling.</summary>
    public int CallStackDepth { get; init; }
}
