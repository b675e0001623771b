using System.Text.Json.Serialization;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>All terms of a case, and the version of the profile that it keeps until it ends.</summary>
public sealed record CaseDeadlines
{
    /// <summary>Key of the profile.</summary>
    public required string Profile { get; init; }

    /// <summary>Version of the profile.</summary>
    public required int ProfileVersion { get; init; }

    /// <summary>The terms whose start is known.</summary>
    public ValueList<StageDeadline> Stages { get; init; }

    /// <summary>The term of the case as a whole: the answer's, else the first reaction's, else the latest one.</summary>
    [JsonIgnore]
    public StageDeadline? Governing =>
        Find(DeadlineStage.Answer) ?? Find(DeadlineStage.Reaction) ?? Stages.MaxBy(stage => stage.DueAt);

    /// <summary>The term of a stage, or null.</summary>
    public StageDeadline? Find(DeadlineStage stage)
    {
        foreach (var deadline in Stages.AsSpan())
        {
            if (deadline.Stage == stage)
            {
                return deadline;
            }
        }

        return null;
    }
}
