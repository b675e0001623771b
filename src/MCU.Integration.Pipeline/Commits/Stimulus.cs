using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Pipeline.Commits;

/// <summary>Something that bookmarks may wait for.</summary>
/// <param name="Hash">Hash of stimulus name and payload, as the bookmark carries it.</param>
/// <param name="Input">Handed to the resumed activity.</param>
public sealed record Stimulus(string Name, string Hash, StimulusInput? Input)
{
    /// <summary>Only bookmarks of instances with this correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only bookmarks of this instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Only bookmarks of this run of an activity.</summary>
    public string? ActivityInstanceId { get; init; }
}
