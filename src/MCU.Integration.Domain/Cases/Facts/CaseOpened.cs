using System.Text.Json.Serialization;
using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Domain.Cases.Facts;

/// <summary>The case came into being.</summary>
public sealed record CaseOpened : CaseFact
{
    internal const string Word = "opened";

    /// <summary>Human case number, unique in the hub.</summary>
    public required string Number { get; init; }

    /// <summary>The submission it belongs to.</summary>
    public required SubmissionId SubmissionId { get; init; }

    /// <summary>The applicant's sealed record, if there is one.</summary>
    public ApplicantId? ApplicantId { get; init; }

    /// <summary>What the case is.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Which law applies.</summary>
    public required LegalRegime Regime { get; init; }

    /// <summary>Key of the adapter it came through.</summary>
    public required string Source { get; init; }

    /// <summary>Channel inside the source, such as <c>epgu</c> or <c>widget</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>When the source received it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What it is about.</summary>
    public Classifier Classifier { get; init; } = Classifier.Unknown;

    /// <summary>Where it is.</summary>
    public Territory Territory { get; init; } = Territory.Unresolved;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Word;
}
