using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.State;

/// <summary>One run of an activity that is not over yet.</summary>
public sealed class ActivityInstanceState
{
    /// <summary>The run's id.</summary>
    public required string Id { get; set; }

    /// <summary>The run that scheduled it as its child.</summary>
    public string? ParentId { get; set; }

    /// <summary>The node.</summary>
    public required string NodeId { get; set; }

    /// <summary>The status.</summary>
    public ActivityStatus Status { get; set; }

    /// <summary>Whether it was at work when the state was taken (a commit in the middle of a burst).</summary>
    public bool IsExecuting { get; set; }

    /// <summary>Whether its parent no longer listens to its completion.</summary>
    public bool IsDetached { get; set; }

    /// <summary>Whether its parent was over when it scheduled this, and listens nevertheless.</summary>
    public bool IsLate { get; set; }

    /// <summary>What its parent told itself about it.</summary>
    public string? Tag { get; set; }

    /// <summary>The run whose completion scheduled it.</summary>
    public string? SchedulingActivityExecutionId { get; set; }

    /// <summary>The activity whose completion scheduled it.</summary>
    public string? SchedulingActivityId { get; set; }

    /// <summary>How many runs lie between it and the workflow in the chain of scheduling.</summary>
    public int CallStackDepth { get; set; }

    /// <summary>Faults of it and below.</summary>
    public int FaultCount { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>The evaluated inputs.</summary>
    public Dictionary<string, JsonNode?>? Inputs { get; set; }

    /// <summary>The outputs so far, for the record of the run.</summary>
    public Dictionary<string, JsonNode?>? Outputs { get; set; }

    /// <summary>What the activity noted, for the record of the run.</summary>
    public JsonObject? JournalData { get; set; }

    /// <summary>What the activity keeps between its steps.</summary>
    public Dictionary<string, JsonNode?>? Properties { get; set; }

    /// <summary>The activity's live object, as <see cref="Activities.Activity.SaveLive"/> wrote it.</summary>
    public JsonNode? Live { get; set; }

    /// <summary>The variables that it declares and stores.</summary>
    public List<VariableState>? Variables { get; set; }

    /// <summary>The resumption that a retry repeats.</summary>
    public PendingResume? PendingResume { get; set; }
}
