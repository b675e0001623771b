using MCU.Integration.Adapters.Manifests.Reading;

namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>Documents name schemas that exist.</summary>
internal sealed class DocumentRule : IManifestRule
{
    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        if (context.Schemas is not { } schemas)
        {
            return;
        }

        foreach (var (type, document) in manifest.Documents.Where(pair => pair.Value.Schema.Length > 0 && !schemas.Contains(pair.Value.Schema)))
        {
            report($"/documents/{ManifestSource.Escape(type)}/schema", "unknown_schema", $"There is no schema '{document.Schema}'.");
        }
    }
}
