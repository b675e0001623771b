using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MCU.Integration.Workflows.State;

/// <summary>
/// Everything that an instance needs to go on: one document. A burst takes a state over and returns it changed; after a failed
/// burst load it again.
/// </summary>
public sealed class WorkflowState
{
    /// <summary>The version of the shape that this code writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the shape.</summary>
    [JsonPropertyName("state_version")]
    [JsonPropertyOrder(-1)]
    public int StateVersion { get; set; } = CurrentVersion;

    /// <summary>The instance's id.</summary>
    public required string InstanceId { get; set; }

    /// <summary>The definition's logical id.</summary>
    public required string DefinitionId { get; set; }

    /// <summary>The id of the version that the instance runs on to its end.</summary>
    public required string DefinitionVersionId { get; set; }

    /// <summary>The number of that version.</summary>
    public int DefinitionVersion { get; set; }

    /// <summary>The content hash of that version: a draft is edited in place, the instance keeps what it started with.</summary>
    public string? ContentHash { get; set; }

    /// <summary>The correlation id.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The instance's name.</summary>
    public string? Name { get; set; }

    /// <summary>The instance that started this one.</summary>
    public string? ParentInstanceId { get; set; }

    /// <summary>What that instance waits for; null if it does not wait, or was told already.</summary>
    public AwaitedStimulus? OnFinished { get; set; }

    /// <summary>What the instance is doing, or how it ended.</summary>
    public WorkflowSubStatus SubStatus { get; set; }

    /// <summary>Whether it still has something to do.</summary>
    [JsonIgnore]
    public WorkflowStatus Status =>
        SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted
            ? WorkflowStatus.Finished
            : WorkflowStatus.Running;

    /// <summary>The activity whose trigger started the instance.</summary>
    public string? TriggerActivityId { get; set; }

    /// <summary>The trigger that its activity has still to take; only in a state that was stored in the middle of a burst.</summary>
    public PendingTrigger? PendingTrigger { get; set; }

    /// <summary>Whether somebody waits for the answer of this burst; only in a state that was stored in the middle of it.</summary>
    public bool IsAnswering { get; set; }

    /// <summary>The inputs; once a burst is over, only those that declare a storage driver.</summary>
    public Dictionary<string, JsonNode?> Input { get; set; } = [];

    /// <summary>The outputs so far.</summary>
    public Dictionary<string, JsonNode?> Output { get; set; } = [];

    /// <summary>Free properties of the instance.</summary>
    public Dictionary<string, JsonNode?> Properties { get; set; } = [];

    /// <summary>Where it waits.</summary>
    public List<Bookmark> Bookmarks { get; set; } = [];

    /// <summary>What went wrong.</summary>
    public List<Incident> Incidents { get; set; } = [];

    /// <summary>The runs that are not over, parents before children.</summary>
    public List<ActivityInstanceState> Activities { get; set; } = [];

    /// <summary>What was still scheduled.</summary>
    public List<ScheduledItemState> Scheduled { get; set; } = [];

    /// <summary>The sequence number of the next journal entry.</summary>
    public long JournalSequence { get; set; }

    /// <summary>When the instance was created.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When a burst last changed it.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
