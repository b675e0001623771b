using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>Reads the manifests of a content set.</summary>
public sealed class ManifestCompiler : IManifestCompiler
{
    public (IReadOnlyList<AdapterDescription> Adapters, IReadOnlyList<ContentIssue> Issues) Compile(
        IReadOnlyList<ContentFile> manifests,
        IReadOnlySet<string> schemas,
        IReadOnlySet<string> maps)
    {
        var adapters = new Dictionary<string, AdapterDescription>(StringComparer.Ordinal);
        var issues = new List<ContentIssue>();
        foreach (var file in manifests)
        {
            var (manifest, problems) = ManifestParser.Parse(file.Body, new(schemas, maps, FolderOf(file.Path)));
            issues.AddRange(problems.Select(problem => new ContentIssue(file.Path, null, problem.Pointer, problem.Code, problem.Message, IsError: true)));
            if (manifest is not null && !adapters.TryAdd(manifest.Key, manifest))
            {
                issues.Add(new(file.Path, null, "/key", "duplicate_key", $"There is an adapter '{manifest.Key}' already.", IsError: true));
            }
        }

        return ([.. adapters.Values], issues);
    }

    // adapters/pos/manifest.json → pos
    private static string? FolderOf(string path) => path.Split('/') is [.., var folder, _] ? folder : null;
}
