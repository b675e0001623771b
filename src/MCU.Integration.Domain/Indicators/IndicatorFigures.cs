namespace MCU.Integration.Domain.Indicators;

/// <summary>Figures of the cases that were received in the period. received = resolved + inProgress; the other counts are parts of these.</summary>
public sealed record IndicatorFigures
{
    /// <summary>No cases.</summary>
    public static IndicatorFigures None { get; } = new();

    /// <summary>Cases received.</summary>
    public int Received { get; init; }

    /// <summary>Of these, answered or closed.</summary>
    public int Resolved { get; init; }

    /// <summary>Of these, still open.</summary>
    public int InProgress { get; init; }

    /// <summary>Of the open ones, past their term.</summary>
    public int Overdue { get; init; }

    /// <summary>Of the open ones, put off to a promised date.</summary>
    public int Deferred { get; init; }

    /// <summary>Reopened at least once.</summary>
    public int Reopened { get; init; }

    /// <summary>Resolved by a refusal or not accepted.</summary>
    public int Refused { get; init; }

    /// <summary>Share of the answered ones with a term that were answered in it, 0 to 1; null when there are none.</summary>
    public double? OnTimeShare { get; init; }

    /// <summary>Mean hours from receipt to answer.</summary>
    public double? AverageResponseHours { get; init; }

    /// <summary>Median hours from receipt to answer.</summary>
    public double? MedianResponseHours { get; init; }

    /// <summary>Mean rating on a scale to 5.</summary>
    public double? RatingAverage { get; init; }

    /// <summary>Share of ratings of at least 4 of 5.</summary>
    public double? SatisfiedShare { get; init; }

    /// <summary>Received per 1,000 residents of the territory; null where their number is not known.</summary>
    public double? PerThousandResidents { get; init; }
}
