using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>Another length of one stage for a part of the classifier: regions set the term per subcategory (facts §1.3.1).</summary>
public sealed record TermOverride
{
    /// <summary>Category id; at least one of the three is given.</summary>
    public string? Category { get; init; }

    /// <summary>Subcategory id.</summary>
    public string? Subcategory { get; init; }

    /// <summary>Fact id.</summary>
    public string? Fact { get; init; }

    /// <summary>The stage.</summary>
    public required DeadlineStage Stage { get; init; }

    /// <summary>The length.</summary>
    public required int Amount { get; init; }

    /// <summary>The unit; null keeps the unit of the term.</summary>
    public DeadlineUnit? Unit { get; init; }

    /// <summary>How particular it is: 3 for a fact, 2 for a subcategory, 1 for a category, 0 for nothing.</summary>
    internal int Depth => Fact is not null ? 3 : Subcategory is not null ? 2 : Category is not null ? 1 : 0;

    internal bool Matches(Classifier classifier) =>
        (Category is null || Category == classifier.Category)
        && (Subcategory is null || Subcategory == classifier.Subcategory)
        && (Fact is null || Fact == classifier.Fact);
}
