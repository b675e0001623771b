namespace MCU.Integration.Adapters.Manifests;

public enum CursorKind
{
    /// <summary>Handed back as it came.</summary>
    Opaque,

    /// <summary>ISO 8601 with offset; can be compared and moved back by the overlap.</summary>
    Instant,
}
