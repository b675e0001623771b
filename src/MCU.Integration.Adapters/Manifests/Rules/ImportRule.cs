using MCU.Integration.Adapters.Manifests.Reading;

namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>Imports bring known documents of direction <c>in</c>.</summary>
internal sealed class ImportRule : IManifestRule
{
    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        foreach (var import in manifest.Imports.Values.Where(import => import.DocumentType.Length > 0))
        {
            var at = $"/imports/{ManifestSource.Escape(import.Name)}/document";
            if (!manifest.Documents.TryGetValue(import.DocumentType, out var document))
            {
                report(at, "unknown_document", $"There is no document '{import.DocumentType}'.");
            }
            else if (!document.IsInbound)
            {
                report(at, "direction", "An import brings documents of direction 'in'.");
            }
        }
    }
}
