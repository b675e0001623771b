using System.Text.Json;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Lint;
using MCU.Integration.Mapping.Schemas;

namespace MCU.Integration.Mapping.Content;

/// <summary>A piece of content while it is read: its text, and the problems found in it so far, each with its line.</summary>
internal sealed class ContentText
{
    private readonly Lazy<JsonLines> _lines;
    private readonly List<ContentProblem> _problems = [];

    private ContentText(string? file, ReadOnlyMemory<byte> bytes)
    {
        File = file;
        _lines = new(() => JsonLines.Of(bytes.Span));
    }

    public string? File { get; }

    /// <summary>Undefined when the text is not JSON, or not what its schema says; then nothing more can be read from it.</summary>
    public JsonElement Root { get; private set; }

    public bool IsReadable => Root.ValueKind != JsonValueKind.Undefined;

    public IReadOnlyList<ContentProblem> Problems => _problems;

    public bool HasErrors => _problems.Exists(problem => problem.Severity == ContentSeverity.Error);

    /// <param name="schema">The schema of the content file itself; null for schemas.</param>
    public static ContentText Read(string? file, ReadOnlyMemory<byte> bytes, CompiledSchema? schema)
    {
        var text = new ContentText(file, bytes);
        using var parsed = StrictJson.Parse(bytes, new() { MaxBytes = 16 * 1024 * 1024 });
        if (!parsed.Succeeded)
        {
            text._problems.AddRange(parsed.Problems.Select(problem => new ContentProblem(file, problem.Line == 0 ? null : problem.Line, problem.Pointer, problem.Code, problem.Message)));
            return text;
        }

        foreach (var problem in schema?.Validate(parsed.Document.RootElement) ?? [])
        {
            text.Report(problem.Pointer, problem.Code, problem.Message);
        }

        if (text._problems.Count == 0)
        {
            text.Root = parsed.Document.RootElement.Clone();
        }

        return text;
    }

    public int LineOf(string pointer) => _lines.Value.Find(pointer);

    public void Report(string pointer, string code, string message, ContentSeverity severity = ContentSeverity.Error) =>
        _problems.Add(new(File, LineOf(pointer), pointer, code, message, severity));
}
