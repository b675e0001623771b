namespace MCU.Integration.Workflows.State;

/// <summary>An activity that was scheduled and not begun when the state was taken.</summary>
/// <param name="NodeId">The node to run.</param>
/// <param name="OwnerId">The run that scheduled it.</param>
/// <param name="Tag">What the owner told itself about it.</param>
/// <param name="SchedulingActivityExecutionId">The run whose completion scheduled it.</param>
/// <param name="SchedulingActivityId">The activity of that run.</param>
/// <param name="Variables">Dynamic variables that it will declare.</param>
public sealed record ScheduledItemState(
    string NodeId, string? OwnerId, string? Tag, string? SchedulingActivityExecutionId, string? SchedulingActivityId, IReadOnlyList<VariableState>? Variables);
