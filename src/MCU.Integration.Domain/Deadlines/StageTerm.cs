namespace MCU.Integration.Domain.Deadlines;

/// <summary>One term of a profile.</summary>
public sealed record StageTerm
{
    /// <summary>Which piece of work it limits; each stage stands once in a profile.</summary>
    public required DeadlineStage Stage { get; init; }

    /// <summary>Length in <see cref="Unit"/>, from 1.</summary>
    public required int Amount { get; init; }

    /// <summary>Unit.</summary>
    public required DeadlineUnit Unit { get; init; }

    /// <summary>The moment from which it runs.</summary>
    public required DeadlineStart Start { get; init; }

    /// <summary>What happens when the last day is not a working day; days only.</summary>
    public DeadlineRoll Roll { get; init; } = DeadlineRoll.None;

    /// <summary>Whether the day of the start is day 1 (default: day 0, the following day is day 1); days only.</summary>
    public bool StartInclusive { get; init; }
}
