using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>How a feed says where the next poll begins.</summary>
/// <param name="Parameter">Query parameter.</param>
/// <param name="First">Cursor of the very first poll; null = the parameter is left out; <c>now</c> for instants.</param>
public sealed record FeedCursor(string Parameter, CursorKind Kind, string? First)
{
    /// <summary>Next cursor in the answer; null when it is taken from the items.</summary>
    public JsonPointer? Next { get; init; }

    /// <summary>Within an item; the greatest instant is the next cursor.</summary>
    public JsonPointer? OfItem { get; init; }

    /// <summary>Each poll begins so much earlier (instants only).</summary>
    public TimeSpan Overlap { get; init; }
}
