using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>A document type of the manifest.</summary>
public sealed record ManifestDocument(DocumentDirection Direction, DocumentDescription Description);
