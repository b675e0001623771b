namespace MCU.Integration.Pipeline.Content;

/// <summary>Where each kind of content lies below the content root.</summary>
public static class ContentFolder
{
    private static readonly (ContentKind Kind, string Folder, string Suffix)[] Places =
    [
        (ContentKind.Schema, "mappings/schemas", ".schema.json"),
        (ContentKind.CodeList, "mappings/codelists", ".codelist.json"),
        (ContentKind.Map, "mappings/maps", ".map.json"),
        (ContentKind.AutoRules, "rules/auto-rules", ".json"),
        (ContentKind.Deadlines, "rules/deadlines", ".json"),
        (ContentKind.Calendar, "rules/calendars", ".json"),
        (ContentKind.Directory, "rules/directory", ".json"),
        (ContentKind.Gazetteer, "rules/gazetteer", ".json"),
        (ContentKind.Indicators, "rules/indicators", ".json"),
        (ContentKind.Workflow, "workflows", ".json"),
    ];

    /// <summary>All content files below a root, in a stable order. Files elsewhere (tests, samples, schemas of formats) are no content.</summary>
    public static IReadOnlyList<ContentFile> Read(string root)
    {
        List<ContentFile> files = [];
        foreach (var (kind, folder, suffix) in Places)
        {
            files.AddRange(FilesIn(root, folder, suffix).Select(path => FileOf(kind, Path.GetFileName(path)[..^suffix.Length], root, path)));
        }

        var adapters = Path.Combine(root, "adapters");
        if (Directory.Exists(adapters))
        {
            files.AddRange(Directory.EnumerateFiles(adapters, "manifest.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => FileOf(ContentKind.Adapter, Path.GetFileName(Path.GetDirectoryName(path)!), root, path)));
        }

        return files;
    }

    /// <summary>What a path below the content root holds; null when it is no place of content.</summary>
    /// <param name="path">With forward slashes.</param>
    public static (ContentKind Kind, string Key)? Locate(string path)
    {
        if (path.StartsWith("adapters/", StringComparison.Ordinal) && path.Split('/') is [_, { Length: > 0 } adapter, "manifest.json"])
        {
            return (ContentKind.Adapter, adapter);
        }

        foreach (var (kind, folder, suffix) in Places)
        {
            var keyAt = folder.Length + 1;
            if (path.Length > keyAt + suffix.Length
                && path.StartsWith(folder + "/", StringComparison.Ordinal)
                && path.EndsWith(suffix, StringComparison.Ordinal)
                && path.IndexOf('/', keyAt) < 0)
            {
                return (kind, path[keyAt..^suffix.Length]);
            }
        }

        return null;
    }

    /// <summary>Where an item is exported to.</summary>
    public static string PathOf(ContentKind kind, string key) => kind == ContentKind.Adapter
        ? $"adapters/{key}/manifest.json"
        : Places.Where(place => place.Kind == kind).Select(place => $"{place.Folder}/{key}{place.Suffix}").Single();

    private static IEnumerable<string> FilesIn(string root, string folder, string suffix)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*" + suffix).Order(StringComparer.Ordinal)
            : [];
    }

    private static ContentFile FileOf(ContentKind kind, string key, string root, string path) =>
        new(kind, key, Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path));
}
