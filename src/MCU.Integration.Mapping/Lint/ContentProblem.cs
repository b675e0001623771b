namespace MCU.Integration.Mapping.Lint;

/// <summary>One thing that is wrong with a piece of content.</summary>
/// <param name="File">Path below the content root; null when the content did not come from a file.</param>
/// <param name="Line">From 1; null when unknown.</param>
/// <param name="Pointer">RFC 6901 pointer into the content; empty = the whole of it.</param>
/// <param name="Code">Stable code that the console translates.</param>
/// <param name="Message">English, complete without the code.</param>
public sealed record ContentProblem(string? File, int? Line, string Pointer, string Code, string Message, ContentSeverity Severity = ContentSeverity.Error)
{
    /// <summary>As the command line prints it: <c>file:line pointer code: message</c>.</summary>
    public override string ToString()
    {
        var place = File is null ? "" : Line is null ? $"{File} " : $"{File}:{Line} ";
        var severity = Severity == ContentSeverity.Warning ? "warning " : "";
        return $"{place}{severity}{(Pointer.Length == 0 ? "/" : Pointer)} {Code}: {Message}";
    }
}
