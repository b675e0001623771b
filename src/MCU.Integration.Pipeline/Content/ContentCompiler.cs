using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Mapping.Lint;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Pipeline.Content;

/// <summary>Compiles content as a whole and collects everything that is wrong with it; used by publishing, by the active set and by <c>lint</c>.</summary>
public sealed class ContentCompiler(IManifestCompiler manifests)
{
    // Tests lie beside the maps but are no content: whether a map has any is lint's question.
    private const string TestsMissing = "maptests.none";

    private static readonly Dictionary<ContentKind, RulesFileKind> RuleKinds = new()
    {
        [ContentKind.AutoRules] = RulesFileKind.AutoRules,
        [ContentKind.Deadlines] = RulesFileKind.DeadlineProfile,
        [ContentKind.Calendar] = RulesFileKind.Calendar,
        [ContentKind.Directory] = RulesFileKind.Directory,
        [ContentKind.Gazetteer] = RulesFileKind.Gazetteer,
        [ContentKind.Indicators] = RulesFileKind.Indicators,
    };

    public ContentCompilation Compile(IReadOnlyList<ContentFile> files)
    {
        List<ContentIssue> issues = [];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DeadlineProfile.DefaultZone);
        var documents = CompileDocuments(files, zone, issues);
        var rules = CompileRules(files, zone, issues);
        var (adapters, manifestIssues) = manifests.Compile(
            [.. files.Where(file => file.Kind == ContentKind.Adapter)],
            documents.Schemas.Keys.ToHashSet(StringComparer.Ordinal),
            documents.Maps.Keys.ToHashSet(StringComparer.Ordinal));
        issues.AddRange(manifestIssues);
        return new(new(adapters), documents, rules, issues);
    }

    private static RuleBook CompileRules(IReadOnlyList<ContentFile> files, TimeZoneInfo zone, List<ContentIssue> issues)
    {
        var loaded = RulesContent.Load(files.Where(file => RuleKinds.ContainsKey(file.Kind)).Select(file => new RulesFile(file.Path, RuleKinds[file.Kind], file.Body)));
        issues.AddRange(loaded.Problems.Select(problem => new ContentIssue(
            problem.File ?? "rules",
            null,
            problem.Pointer,
            problem.Code,
            problem.Message,
            problem.Severity == ProblemSeverity.Error)));
        return new(loaded.Value ?? RulesContent.Empty, zone);
    }

    private static DocumentBook CompileDocuments(IReadOnlyList<ContentFile> files, TimeZoneInfo zone, List<ContentIssue> issues)
    {
        var loaded = MappingContent.Load(files.Where(file => file.Kind is ContentKind.Schema or ContentKind.CodeList or ContentKind.Map).Select(file => new MCU.Integration.Mapping.Content.ContentFile(file.Path, file.Body)));

        issues.AddRange(loaded.Problems.Where(problem => problem.Code != TestsMissing).Select(problem => new ContentIssue(
            problem.File ?? "mappings",
            problem.Line,
            problem.Pointer,
            problem.Code,
            problem.Message,
            problem.Severity == ContentSeverity.Error)));
        return new(loaded.Schemas, loaded.Maps, zone) { CodeLists = loaded.CodeLists };
    }
}
