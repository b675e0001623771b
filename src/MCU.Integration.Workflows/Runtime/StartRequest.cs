using System.Text.Json.Nodes;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>How to start an instance.</summary>
public sealed record StartRequest
{
    /// <summary>The new instance's id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Its correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The inputs by name.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>The activity that a trigger, or a person, starts at; if it is a trigger, it does not wait again.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>What came with the trigger's stimulus.</summary>
    public JsonNode? TriggerInput { get; init; }

    /// <summary>Values of workflow variables by name, instead of their defaults.</summary>
    public JsonObject? Variables { get; init; }

    /// <summary>Properties of the instance, e.g. <c>Flowchart:ExecutionMode</c>.</summary>
    public JsonObject? Properties { get; init; }

    /// <summary>The instance that starts this one.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>What that instance waits for, if it does: sent to it when this one is over, however it ended.</summary>
    public AwaitedStimulus? OnFinished { get; init; }
}
