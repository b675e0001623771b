using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Domain.Cases;

/// <summary>An append-only fact about a case. The case row is the fold of its events (<see cref="CaseFold"/>).</summary>
public sealed record CaseEvent
{
    /// <summary>Id of the event.</summary>
    public required CaseEventId Id { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Place in the case's history: 1, 2, 3 … without gaps; equals <see cref="Case.Version"/> after the event.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the hub recorded it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who did it.</summary>
    public required CaseActor Actor { get; init; }

    /// <summary>What led to it.</summary>
    public CaseCause Cause { get; init; } = CaseCause.None;

    /// <summary>What happened.</summary>
    public required CaseFact Fact { get; init; }
}
