namespace MCU.Integration.Pipeline.Adapters;

/// <summary>How one step of a delivery ended.</summary>
/// <param name="Result">JSON of the manifest's result pointers (ids and codes).</param>
/// <param name="RetryAfter">What the other side asked for (429, 503).</param>
public sealed record StepOutcome(StepOutcomeKind Kind, string? Result, int? HttpStatus, string? Error, TimeSpan? RetryAfter)
{
    public static StepOutcome Done(string? result, int? status) => new(StepOutcomeKind.Done, result, status, null, null);
}
