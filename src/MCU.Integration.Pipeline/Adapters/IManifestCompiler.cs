using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>Reads manifests; implemented in the adapters' room, which knows their format.</summary>
public interface IManifestCompiler
{
    /// <param name="manifests">Manifest files.</param>
    /// <param name="schemas">Keys of the schemas that documents may name.</param>
    /// <param name="maps">Keys of the maps that pushes may name.</param>
    /// <returns>The good ones, and every problem with every one.</returns>
    (IReadOnlyList<AdapterDescription> Adapters, IReadOnlyList<ContentIssue> Issues) Compile(
        IReadOnlyList<ContentFile> manifests,
        IReadOnlySet<string> schemas,
        IReadOnlySet<string> maps);
}
