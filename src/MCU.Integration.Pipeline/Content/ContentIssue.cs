namespace MCU.Integration.Pipeline.Content;

/// <summary>Something wrong with a piece of content.</summary>
/// <param name="Path">The file, below the content root.</param>
/// <param name="Line">From 1; null when the issue has no line.</param>
/// <param name="Pointer">JSON pointer into the file.</param>
/// <param name="IsError">Keeps the content from going live; otherwise a warning.</param>
public sealed record ContentIssue(string Path, int? Line, string Pointer, string Code, string Message, bool IsError)
{
    public override string ToString() =>
        $"{Path}{(Line is { } line ? $":{line}" : "")} {(Pointer.Length == 0 ? "/" : Pointer)} {Code}: {Message}";
}
