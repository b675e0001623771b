using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Deadlines;

/// <summary>A versioned list of terms. A running case keeps the version it started with.</summary>
public sealed record DeadlineProfile
{
    /// <summary>Zone in which dates are computed when a profile names none.</summary>
    public const string DefaultZone = "Europe/Moscow";

    /// <summary>Key, the same in all versions.</summary>
    public required string Key { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>The rule it comes from, such as an article of a law.</summary>
    public string? Source { get; init; }

    /// <summary>First local day on which cases may start under it.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last such day; null: open end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>IANA time zone.</summary>
    public string Zone { get; init; } = DefaultZone;

    /// <summary>Local time at which the last day ends; the last second still counts.</summary>
    public TimeOnly EndOfDay { get; init; } = new(23, 59, 59);

    /// <summary>Which cases it is for.</summary>
    public ProfileScope Scope { get; init; } = new();

    /// <summary>Its terms.</summary>
    public required ValueList<StageTerm> Stages { get; init; }

    /// <summary>Other lengths for parts of the classifier; the most particular one counts.</summary>
    public ValueList<TermOverride> Overrides { get; init; }

    /// <summary>Whether waiting for the applicant stops its clock. Never for 59-ФЗ, whatever stands here.</summary>
    public bool ClarificationPauses { get; init; }

    /// <summary>How far the answer may be extended; null: not at all.</summary>
    public ExtensionTerm? Extension { get; init; }

    /// <summary>How long before the end of the answer's term somebody is told; null: nobody is.</summary>
    public TimeSpan? WarnBefore { get; init; }

    /// <summary>Working time; required when a term counts working hours.</summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>Whether cases may start under it on a local date.</summary>
    public bool IsValidOn(DateOnly date) => date >= ValidFrom && (ValidTo is not { } last || date <= last);

    /// <summary>A term with the most particular override for a subject.</summary>
    public StageTerm TermFor(StageTerm term, Classifier classifier)
    {
        TermOverride? best = null;
        foreach (var candidate in Overrides.AsSpan())
        {
            if (candidate.Stage == term.Stage && candidate.Matches(classifier) && candidate.Depth > (best?.Depth ?? 0))
            {
                best = candidate;
            }
        }

        return best is null ? term : term with { Amount = best.Amount, Unit = best.Unit ?? term.Unit };
    }
}
