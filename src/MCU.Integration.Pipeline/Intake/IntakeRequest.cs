namespace MCU.Integration.Pipeline.Intake;

/// <summary>A document at the hub's border.</summary>
/// <param name="Body">UTF-8 JSON as it came.</param>
public sealed record IntakeRequest(string Adapter, string DocumentType, ReadOnlyMemory<byte> Body, IntakeSource Source)
{
    /// <summary>Moved in the commit that accepts; set on the last document of a polled page.</summary>
    public Watermark? Watermark { get; init; }

    /// <summary>Overrides the manifest's dedup key (CloudEvents source and id).</summary>
    public string? DedupKey { get; init; }

    public string? TraceParent { get; init; }
}
