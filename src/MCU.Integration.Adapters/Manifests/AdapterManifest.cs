using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>Everything that a manifest says (docs/adapters/manifest.md).</summary>
/// <param name="Description">The part that the pipeline works with.</param>
public sealed record AdapterManifest(AdapterDescription Description)
{
    public string Key => Description.Key;

    /// <summary>What the adapter is, in a sentence or two, for people.</summary>
    public string About { get; init; } = "";

    public OutboundAuth Auth { get; init; } = OutboundAuth.None;

    public InboundAuth Inbound { get; init; } = InboundAuth.Default;

    public IReadOnlyDictionary<string, ManifestDocument> Documents { get; init; } = new Dictionary<string, ManifestDocument>();

    public IReadOnlyDictionary<string, Feed> Feeds { get; init; } = new Dictionary<string, Feed>();

    public IReadOnlyDictionary<string, Operation> Operations { get; init; } = new Dictionary<string, Operation>();

    /// <summary>Requests a second; null = no limit.</summary>
    public int? RatePerSecond { get; init; }

    public AttachmentRule Attachments { get; init; } = AttachmentRule.Default;
}
