using System.Text;
using System.Text.Json;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Hub.Problems;

/// <summary>Tells where the serialiser stumbled, as a JSON pointer and a line.</summary>
internal static class JsonProblems
{
    public static Problem Of(JsonException exception)
    {
        var where = exception.LineNumber is { } line ? $" (line {line + 1}, byte {exception.BytePositionInLine + 1})" : "";
        return new(PointerOf(exception.Path), ProblemCode.Malformed, $"{What(exception)}{where}");
    }

    // The serialiser's own message may quote the value, which may be personal.
    private static string What(JsonException exception) =>
        exception.InnerException is not null ? "This is not well-formed JSON"
        : exception.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "This property is not known"
        : exception.Message.Contains("uplicate", StringComparison.Ordinal) ? "This property occurs twice"
        : exception.Message.Contains("missing required", StringComparison.Ordinal) ? "A required property is missing"
        : "This value is not of the expected type";

    /// <summary><c>$.roles[0]['a b']</c> → <c>/roles/0/a b</c>.</summary>
    internal static string PointerOf(string? path)
    {
        if (path is null or "$" or "")
        {
            return "";
        }

        var pointer = new StringBuilder();
        var at = path.StartsWith('$') ? 1 : 0;
        while (at < path.Length)
        {
            var (token, next) = path[at] switch
            {
                '.' => Until(path, at + 1, '.', '['),
                '[' when at + 1 < path.Length && path[at + 1] == '\'' => Quoted(path, at + 2),
                '[' => Bracketed(path, at + 1),
                _ => Until(path, at, '.', '['),
            };
            pointer.Append('/').Append(token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            at = next;
        }

        return pointer.ToString();
    }

    private static (string Token, int Next) Until(string path, int from, params ReadOnlySpan<char> ends)
    {
        var length = path.AsSpan(from).IndexOfAny(ends);
        var end = length < 0 ? path.Length : from + length;
        return (path[from..end], end);
    }

    private static (string Token, int Next) Bracketed(string path, int from)
    {
        var (token, end) = Until(path, from, ']');
        return (token, Math.Min(end + 1, path.Length));
    }

    private static (string Token, int Next) Quoted(string path, int from)
    {
        var end = path.IndexOf("']", from, StringComparison.Ordinal);
        return end < 0 ? (path[from..], path.Length) : (path[from..end], end + 2);
    }
}
