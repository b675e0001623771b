using MCU.Integration.Domain.Content;

namespace MCU.Integration.Domain.Tests.Content;

/// <summary>The files below <c>rules/</c> of this repository.</summary>
internal static class ShippedRules
{
    private static readonly Lazy<RulesContent> Loaded = new(() => RulesContent.Load(Files()).Value!);

    public static RulesContent Content => Loaded.Value;

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<RulesFile> Files() =>
    [
        .. System.IO.Directory.EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => RulesFile.TryGetKind(path, out var kind)
                ? new RulesFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), kind, File.ReadAllBytes(path))
                : null)
            .OfType<RulesFile>(),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var rules = Path.Combine(folder.FullName, "rules");
            if (System.IO.Directory.Exists(Path.Combine(rules, "calendars")))
            {
                return rules;
            }
        }

        throw new DirectoryNotFoundException("There is no rules folder above the tests.");
    }
}
