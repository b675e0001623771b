namespace MCU.Integration.Adapters.Manifests;

/// <summary>What a manifest may refer to; null = not checked.</summary>
/// <param name="Schemas">Keys of the schemas that will be published with it.</param>
/// <param name="Maps">Keys of the maps that will be published with it.</param>
/// <param name="FolderKey">Name of the folder that the manifest lies in.</param>
public sealed record ManifestContext(IReadOnlySet<string>? Schemas = null, IReadOnlySet<string>? Maps = null, string? FolderKey = null)
{
    public static ManifestContext Unknown { get; } = new();
}
