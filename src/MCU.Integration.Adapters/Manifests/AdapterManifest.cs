using MCU.Integration.Adapters.Imports;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>Everything that a manifest says (docs/adapters/manifest.md), the pipeline's part included.</summary>
public sealed record AdapterManifest : AdapterDescription
{
    public AdapterManifest(AdapterDescription description)
        : base(description)
    {
    }

    /// <summary>What the adapter is, in a sentence or two, for people.</summary>
    public string About { get; init; } = "";

    public OutboundAuth Auth { get; init; } = OutboundAuth.None;

    public InboundAuth Inbound { get; init; } = InboundAuth.Default;

    public IReadOnlyDictionary<string, Feed> Feeds { get; init; } = new Dictionary<string, Feed>();

    /// <summary>Tables that are handed in as files, by name.</summary>
    public IReadOnlyDictionary<string, TableImport> Imports { get; init; } = new Dictionary<string, TableImport>();

    /// <summary>How the operations are carried out, by name.</summary>
    public IReadOnlyDictionary<string, OperationPlan> Plans { get; init; } = new Dictionary<string, OperationPlan>();

    /// <summary>Requests a second; null = no limit.</summary>
    public int? RatePerSecond { get; init; }

    public AttachmentRule Attachments { get; init; } = AttachmentRule.Default;
}
