namespace MCU.Integration.Domain.Content;

/// <summary>Something wrong with a content file.</summary>
/// <param name="Pointer">JSON pointer into the file; empty for the file as a whole.</param>
/// <param name="Code">Stable code; see <see cref="RuleProblemCodes"/>.</param>
/// <param name="Message">For people, in English.</param>
public sealed record RuleProblem(string Pointer, string Code, string Message)
{
    /// <summary>Whether it keeps the content from going live. Default: error.</summary>
    public ProblemSeverity Severity { get; init; } = ProblemSeverity.Error;

    /// <summary>The file, as the loader was told.</summary>
    public string? File { get; init; }
}
