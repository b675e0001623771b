namespace MCU.Integration.Domain.Deadlines;

/// <summary>One computed term of a case, with what explains it.</summary>
public sealed record StageDeadline
{
    /// <summary>Which piece of work it limits.</summary>
    public required DeadlineStage Stage { get; init; }

    /// <summary>The moment from which it was counted.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last moment that is in time.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Length of the term, an extension included, in <see cref="Unit"/>.</summary>
    public required int Amount { get; init; }

    /// <summary>Unit of the term.</summary>
    public required DeadlineUnit Unit { get; init; }

    /// <summary>The last day before it was rolled off a day that is not a working day; null when it was not.</summary>
    public DateOnly? RolledFrom { get; init; }

    /// <summary>Whether the term includes an extension.</summary>
    public bool Extended { get; init; }

    /// <summary>Whether the clock stands still now, so that <see cref="DueAt"/> still moves.</summary>
    public bool Paused { get; init; }
}
