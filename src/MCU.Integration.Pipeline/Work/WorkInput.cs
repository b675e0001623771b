using System.Text.Json.Nodes;
using MCU.Integration.Workflows.State;

namespace MCU.Integration.Pipeline.Work;

/// <summary>What a work item brings to the burst that it asks for.</summary>
public sealed record WorkInput
{
    public static WorkInput None { get; } = new();

    /// <summary>Inputs of a workflow that starts, by name.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>What came with the stimulus: for the trigger that starts, or the activity that is resumed.</summary>
    public JsonNode? Stimulus { get; init; }

    /// <summary>Name of the instance that starts.</summary>
    public string? Name { get; init; }

    /// <summary>The instance that starts this one.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>What that instance waits for.</summary>
    public AwaitedStimulus? OnFinished { get; init; }
}
