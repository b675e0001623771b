using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MCU.Integration.Workflows.State;

/// <summary>A place where an instance waits.</summary>
public sealed record Bookmark
{
    /// <summary>The bookmark's id.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the stimulus it waits for, e.g. <c>Elsa.Event</c>.</summary>
    public required string StimulusName { get; init; }

    /// <summary>What stimuli are matched by; see <see cref="Runtime.StimulusHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>What the hash was made of, plus what the designer shows.</summary>
    public JsonNode? Payload { get; init; }

    /// <summary>The waiting activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The waiting node.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>The waiting run of the activity.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The instance's correlation id at the end of the burst that created it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When a timer has to resume it; <see langword="null"/> if it waits for an event.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What the activity told itself for the resumption.</summary>
    public string? Callback { get; init; }

    /// <summary>Whether the resumption removes it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool AutoBurn { get; init; } = true;

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
