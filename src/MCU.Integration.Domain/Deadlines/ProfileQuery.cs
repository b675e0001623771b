using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>What a profile is chosen by.</summary>
public sealed record ProfileQuery
{
    /// <summary>Pace.</summary>
    public DeadlinePace Pace { get; init; } = DeadlinePace.Standard;

    /// <summary>Legal regime.</summary>
    public required LegalRegime Regime { get; init; }

    /// <summary>Channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Subject.</summary>
    public Classifier Classifier { get; init; } = Classifier.Unknown;

    /// <summary>Priority.</summary>
    public CasePriority Priority { get; init; } = CasePriority.Normal;

    /// <summary>When the round of the case began: selects the version.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The query of a case.</summary>
    public static ProfileQuery Of(Case state) => new()
    {
        Pace = state.Pace,
        Regime = state.Regime,
        Channel = state.Channel,
        Classifier = state.Classifier,
        Priority = state.Priority,
        StartedAt = state.ReopenedAt ?? state.ReceivedAt,
    };
}
