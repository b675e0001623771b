using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>Which cases a profile is for. An empty list means any; of several profiles that match, the most particular one counts.</summary>
public sealed record ProfileScope
{
    /// <summary>Pace; always compared.</summary>
    public DeadlinePace Pace { get; init; } = DeadlinePace.Standard;

    /// <summary>Legal regimes.</summary>
    public ValueList<LegalRegime> Regimes { get; init; }

    /// <summary>Channels.</summary>
    public ValueList<string> Channels { get; init; }

    /// <summary>Category ids.</summary>
    public ValueList<string> Categories { get; init; }

    /// <summary>Subcategory ids.</summary>
    public ValueList<string> Subcategories { get; init; }

    /// <summary>Fact ids.</summary>
    public ValueList<string> Facts { get; init; }

    /// <summary>Priorities.</summary>
    public ValueList<CasePriority> Priorities { get; init; }
}
