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
}
