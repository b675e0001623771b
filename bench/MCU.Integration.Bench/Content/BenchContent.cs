namespace MCU.Integration.Bench.Content;

/// <summary>
/// The content of the hubs under test: schemas, maps, code lists and rules as shipped, so that the figures are those of real documents;
/// adapters and workflows of <c>bench/content</c> instead of those of ПОС and СЭД, so that documents come by push and one message makes one delivery.
/// The other systems are there because status-sync names them; without an address they stand still.
/// </summary>
internal static class BenchContent
{
    public static string RepositoryRoot { get; } = FindRoot();

    /// <returns>The content root.</returns>
    public static string Compose(string below)
    {
        var root = Path.Combine(below, "content");
        foreach (var folder in new[] { "adapters", "mappings/schemas", "mappings/maps", "mappings/codelists", "rules" })
        {
            Copy(Path.Combine(RepositoryRoot, folder), Path.Combine(root, folder));
        }

        Directory.CreateDirectory(Path.Combine(root, "workflows"));
        File.Copy(Path.Combine(RepositoryRoot, "workflows/status-sync.json"), Path.Combine(root, "workflows/status-sync.json"));
        Copy(Path.Combine(RepositoryRoot, "bench/content"), root);

        // Maps to documents that the bench's manifests do not name stay: they cost what they cost in production.
        return root;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MCU.Integration.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The bench runs outside the repository.");
    }
}
