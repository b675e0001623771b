using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Submissions;

/// <summary>What a citizen sent at once. Its questions are cases; term, status and outcome live there.</summary>
public sealed record Submission
{
    /// <summary>Id of the submission.</summary>
    public required SubmissionId Id { get; init; }

    /// <summary>Key of the adapter it came through.</summary>
    public required string Source { get; init; }

    /// <summary>Its id there; unique with <see cref="Source"/>.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Channel inside the source.</summary>
    public string? Channel { get; init; }

    /// <summary>Which law applies.</summary>
    public required LegalRegime Regime { get; init; }

    /// <summary>The applicant's sealed record, if there is one.</summary>
    public ApplicantId? ApplicantId { get; init; }

    /// <summary>When the source received it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the hub recorded it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether the source calls it a repetition.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>Ids, in the source, of earlier submissions that it refers to.</summary>
    public ValueList<string> PreviousExternalIds { get; init; }
}
