using MCU.Integration.Domain.Cases;

namespace MCU.Integration.Pipeline.Cases;

/// <summary>Filter of a case list; null means any.</summary>
public sealed record CaseFilter
{
    public CaseKind? Kind { get; init; }

    public MainStatus? Status { get; init; }

    /// <summary>True = only cases past their due date that are not closed or answered.</summary>
    public bool? Overdue { get; init; }

    /// <summary>Only open cases whose district nobody knows.</summary>
    public bool Unplaced { get; init; }

    /// <summary>Only open cases whose clock runs and whose term ends before this instant.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Adapter of origin.</summary>
    public string? Source { get; init; }

    public string? Executor { get; init; }

    /// <summary>Exact human case number, or an external id in any linked system.</summary>
    public string? Search { get; init; }

    /// <summary>Only cases of the applicant whose blind index has this field and HMAC.</summary>
    public (string Field, byte[] Hmac)? Applicant { get; init; }

    public DateTimeOffset? CreatedFrom { get; init; }

    public DateTimeOffset? CreatedBefore { get; init; }
}
