namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>Checks one aspect of a manifest that was read; reports everything that it finds.</summary>
internal interface IManifestRule
{
    /// <param name="report">Pointer, stable code, message.</param>
    void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report);
}
