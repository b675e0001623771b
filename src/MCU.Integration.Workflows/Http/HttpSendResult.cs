namespace MCU.Integration.Workflows.Http;

/// <summary>What became of a request.</summary>
/// <param name="Outcome">Whether there is an answer.</param>
/// <param name="Answer">The answer, if there is one.</param>
/// <param name="Error">Why there is none; shown in the journal.</param>
public sealed record HttpSendResult(HttpSendOutcome Outcome, HttpAnswer? Answer = null, string? Error = null)
{
    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; } = 1;
}
