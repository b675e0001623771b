using System.Text.Json.Nodes;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>An event that somebody raises.</summary>
/// <param name="EventName">Case matters.</param>
/// <param name="Input">What comes with it.</param>
public sealed record EventTrigger(string EventName, JsonNode? Input)
{
    /// <summary>Only instances with this correlation id; instances that it starts get it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only this instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Only this run of an activity.</summary>
    public string? ActivityInstanceId { get; init; }
}
