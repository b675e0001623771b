using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>
/// A stimulus that a burst sends: the host resumes the bookmarks with this hash and, if <see cref="StartsWorkflows"/>, starts the
/// published workflows that have a trigger with it. It is part of the burst's result, and sent when that is committed.
/// </summary>
/// <param name="Name">The name of the stimulus.</param>
/// <param name="Hash">What bookmarks and triggers are found by.</param>
/// <param name="Input">What the resumed or starting activity gets.</param>
public sealed record SentStimulus(string Name, string Hash, JsonNode? Input)
{
    /// <summary>Only bookmarks of instances with this correlation id; the correlation id of instances that it starts.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only bookmarks of this instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Whether it starts workflows, too.</summary>
    public bool StartsWorkflows { get; init; }
}
