using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Mapping.Lint;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Workflows.Lint;
using ContentFile = MCU.Integration.Pipeline.Content.ContentFile;

namespace MCU.Integration.Hub.CommandLine;

/// <summary>Checks a content root without a database, with the validators that publishing uses; map tests, which are no content, are checked as well.</summary>
internal static class ContentLint
{
    private const string TestsEnd = ".tests.json";

    /// <returns>Every issue, by file and line.</returns>
    public static IReadOnlyList<ContentIssue> Run(string root)
    {
        var files = ContentFolder.Read(root);
        var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var compiled = new ContentCompiler(new ManifestCompiler()).Compile(files);
        var issues = compiled.Issues
            .Concat(new WorkflowFileCheck(WorkflowLint.CreateDefault()).Check(files, compiled))
            .Concat(TestIssues(root));
        return [.. issues.Select(issue => WithLine(issue, byPath)).OrderBy(issue => issue.Path, StringComparer.Ordinal).ThenBy(issue => issue.Line ?? 0)];
    }

    /// <summary>The mapping part of the content, tests included.</summary>
    public static MappingContent LoadMappings(string root)
    {
        var folder = Path.Combine(root, "mappings");
        return MappingContent.Load(Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Select(path => new MCU.Integration.Mapping.Content.ContentFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            : []);
    }

    private static IEnumerable<ContentIssue> TestIssues(string root) => LoadMappings(root).Problems
        .Where(problem => problem.Code.StartsWith("maptests.", StringComparison.Ordinal) || problem.File?.EndsWith(TestsEnd, StringComparison.Ordinal) == true)
        .Select(problem => new ContentIssue(problem.File ?? "mappings/maps", problem.Line, problem.Pointer, problem.Code, problem.Message, problem.Severity == ContentSeverity.Error));

    private static ContentIssue WithLine(ContentIssue issue, Dictionary<string, ContentFile> files) =>
        issue.Line is null && files.TryGetValue(issue.Path, out var file) ? issue with { Line = JsonLines.Of(file.Body).Find(issue.Pointer) } : issue;
}
