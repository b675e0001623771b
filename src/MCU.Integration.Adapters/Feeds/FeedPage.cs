using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using MCU.Integration.Adapters.Manifests;

namespace MCU.Integration.Adapters.Feeds;

/// <summary>One page of a feed.</summary>
/// <param name="Documents">UTF-8 JSON, in the order of the page.</param>
/// <param name="Cursor">Where the next page begins; null when the answer does not say so.</param>
/// <param name="HasMore">Null when the feed does not say so.</param>
public sealed record FeedPage(IReadOnlyList<ReadOnlyMemory<byte>> Documents, string? Cursor, bool? HasMore)
{
    /// <summary>Null when the answer is not what the manifest says; an odd item does not make it so.</summary>
    public static FeedPage? Read(Feed feed, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (feed.Items.Evaluate(root) is not { ValueKind: JsonValueKind.Array } items)
            {
                return null;
            }

            var documents = new List<ReadOnlyMemory<byte>>(items.GetArrayLength());
            DateTimeOffset? greatest = null;
            foreach (var item in items.EnumerateArray())
            {
                // An item without the expected part is handed over whole, so that it is kept and seen, not lost.
                documents.Add(JsonMarshal.GetRawUtf8Value(feed.Item?.Evaluate(item) ?? item).ToArray());
                if (feed.Cursor.OfItem?.Evaluate(item) is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out var instant) && !(instant <= greatest))
                {
                    greatest = instant;
                }
            }

            var cursor = feed.Cursor.OfItem is null ? Scalar(feed.Cursor.Next?.Evaluate(root)) : greatest?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
            bool? more = feed.HasMore is { } pointer ? pointer.Evaluate(root) is { ValueKind: JsonValueKind.True } : null;
            return new(documents, cursor, more);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Scalar(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
