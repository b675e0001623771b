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

    /// <summary>Whether a case is inside the scope, its pace aside.</summary>
    public bool Contains(ProfileQuery query) =>
        (Regimes.IsEmpty || Regimes.AsSpan().Contains(query.Regime))
        && (Priorities.IsEmpty || Priorities.AsSpan().Contains(query.Priority))
        && Allows(Channels, query.Channel)
        && Allows(Categories, query.Classifier.Category)
        && Allows(Subcategories, query.Classifier.Subcategory)
        && Allows(Facts, query.Classifier.Fact);

    /// <summary>How particular the scope is: the finest level of the classifier weighs most, the regime least.</summary>
    internal int Particularity =>
        (Facts.IsEmpty ? 0 : 32) + (Subcategories.IsEmpty ? 0 : 16) + (Categories.IsEmpty ? 0 : 8)
        + (Priorities.IsEmpty ? 0 : 4) + (Channels.IsEmpty ? 0 : 2) + (Regimes.IsEmpty ? 0 : 1);

    private static bool Allows(ValueList<string> allowed, string? value) =>
        allowed.IsEmpty || (value is not null && allowed.AsSpan().Contains(value));
}
