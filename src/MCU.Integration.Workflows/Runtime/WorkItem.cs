using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>An activity that is scheduled to run.</summary>
internal sealed record WorkItem(
    ActivityNode Node,
    ActivityExecutionContext? Owner,
    string? Tag,
    string? SchedulingExecutionId,
    string? SchedulingActivityId,
    int CallStackDepth,
    IReadOnlyList<VariableState>? Variables,
    ActivityExecutionContext? Existing = null)
{
    /// <summary>Whether the owner was over when it scheduled this.</summary>
    public bool IsLate { get; init; }
}
