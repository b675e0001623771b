using System.Text.Json.Nodes;
using MCU.Integration.Pipeline.Definitions;

namespace MCU.Integration.Pipeline.Instances;

/// <summary>How a person or program starts a workflow.</summary>
public sealed record ExecuteRequest(string DefinitionId)
{
    /// <summary>Which version; the published one by default.</summary>
    public VersionOptions Version { get; init; } = VersionOptions.Published;

    /// <summary>Id of the new instance; chosen by the hub when null.</summary>
    public string? InstanceId { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public string? TriggerActivityId { get; init; }

    public JsonObject? Input { get; init; }

    /// <summary>Values of workflow variables by name, instead of their defaults.</summary>
    public JsonObject? Variables { get; init; }
}
