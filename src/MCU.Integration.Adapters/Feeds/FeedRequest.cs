using System.Globalization;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Templates;
using MCU.Integration.Adapters.Transport;

namespace MCU.Integration.Adapters.Feeds;

/// <summary>Builds the requests of a feed.</summary>
internal static class FeedRequest
{
    private static readonly TemplateScope NoDocument = new(default, null, new Dictionary<string, IReadOnlyList<System.Text.Json.JsonElement>>(), "");

    /// <summary>Where a poll begins: the watermark, for instants less the overlap, or the manifest's first cursor.</summary>
    public static string? Begin(Feed feed, string? watermark, DateTimeOffset now)
    {
        var cursor = watermark ?? (feed.Cursor is { Kind: CursorKind.Instant, First: "now" } ? Write(now) : feed.Cursor.First);
        return feed.Cursor.Overlap > TimeSpan.Zero && cursor is not null
            && DateTimeOffset.TryParse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? Write(instant - feed.Cursor.Overlap)
            : cursor;
    }

    public static AdapterRequest Of(Feed feed, string? cursor)
    {
        var path = cursor is null
            ? feed.Path
            : $"{feed.Path}{(feed.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(feed.Cursor.Parameter)}={Uri.EscapeDataString(cursor)}";
        return new(HttpMethod.Get, path)
        {
            Headers = [new("Accept", "application/json"), .. feed.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.Render(NoDocument)))],
        };
    }

    private static string Write(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
