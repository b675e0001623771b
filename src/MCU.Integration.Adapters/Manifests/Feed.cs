using MCU.Integration.Adapters.Templates;
using MCU.Integration.Mapping.Json;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>Something that the hub polls.</summary>
/// <param name="DocumentType">Type of its items.</param>
/// <param name="Path">Path and fixed query below the base address.</param>
/// <param name="Items">Array of items in the answer.</param>
public sealed record Feed(string Name, string DocumentType, string Path, JsonPointer Items, FeedCursor Cursor)
{
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);

    public string Title { get; init; } = "";

    /// <summary>Within an item; null = the item is the document.</summary>
    public JsonPointer? Item { get; init; }

    public JsonPointer? HasMore { get; init; }

    public TimeSpan Interval { get; init; } = DefaultInterval;

    public IReadOnlyDictionary<string, Template> Headers { get; init; } = new Dictionary<string, Template>();
}
