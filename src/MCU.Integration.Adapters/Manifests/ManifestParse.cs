using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>What came of reading a manifest.</summary>
/// <param name="Manifest">Null when there is any problem.</param>
/// <param name="Problems">All of them, with pointers into the file.</param>
public sealed record ManifestParse(AdapterManifest? Manifest, IReadOnlyList<Problem> Problems);
