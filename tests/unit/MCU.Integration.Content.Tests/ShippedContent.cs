using MCU.Integration.Domain.Content;
using MCU.Integration.Mapping.Content;
using MCU.Integration.Pipeline.Content;
using ContentFile = MCU.Integration.Pipeline.Content.ContentFile;

namespace MCU.Integration.Content.Tests;

/// <summary>What the repository ships, compiled once.</summary>
internal static class ShippedContent
{
    private static readonly Dictionary<ContentKind, RulesFileKind> RuleKinds = new()
    {
        [ContentKind.AutoRules] = RulesFileKind.AutoRules,
        [ContentKind.Deadlines] = RulesFileKind.DeadlineProfile,
        [ContentKind.Calendar] = RulesFileKind.Calendar,
        [ContentKind.Directory] = RulesFileKind.Directory,
        [ContentKind.Gazetteer] = RulesFileKind.Gazetteer,
        [ContentKind.Indicators] = RulesFileKind.Indicators,
    };

    public static IReadOnlyList<ContentFile> Files { get; } = ContentFolder.Read(Root.Path);

    public static MappingContent Mapping { get; } = MappingContent.Load(
        Directory.EnumerateFiles(Path.Combine(Root.Path, "mappings"), "*.json", SearchOption.AllDirectories)
            .Select(path => new Mapping.Content.ContentFile(Path.GetRelativePath(Root.Path, path).Replace('\\', '/'), File.ReadAllBytes(path))));

    public static ContentResult<RulesContent> Rules { get; } = RulesContent.Load(
        Files.Where(file => RuleKinds.ContainsKey(file.Kind)).Select(file => new RulesFile(file.Path, RuleKinds[file.Kind], file.Body)));

    public static ReadOnlyMemory<byte>? Read(string path)
    {
        var full = Path.Combine(Root.Path, path);
        return File.Exists(full) ? File.ReadAllBytes(full) : null;
    }
}
