namespace MCU.Integration.Pipeline.Deliveries;

/// <summary>One attempt of a delivery; append-only.</summary>
/// <param name="Number">From 1, counted before the attempt is made.</param>
/// <param name="Outcome">Null while it runs, or when the process died in it (the outcome is then unknown).</param>
/// <param name="Status">HTTP status, when there was an answer.</param>
public sealed record AttemptRecord(
    int Number,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    string? Step,
    string? Outcome,
    int? Status,
    string? Error);
