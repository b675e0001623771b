using System.Globalization;
using MCU.Integration.Adapters.Manifests.Reading;

namespace MCU.Integration.Adapters.Manifests.Rules;

/// <summary>Feeds bring known documents and can tell where the next poll begins.</summary>
internal sealed class FeedRule : IManifestRule
{
    public void Check(AdapterManifest manifest, ManifestContext context, Action<string, string, string> report)
    {
        foreach (var feed in manifest.Feeds.Values)
        {
            var at = $"/feeds/{ManifestSource.Escape(feed.Name)}";
            if (feed.DocumentType.Length == 0)
            {
                // Reported as missing already.
            }
            else if (!manifest.Documents.TryGetValue(feed.DocumentType, out var document))
            {
                report(at + "/document", "unknown_document", $"There is no document '{feed.DocumentType}'.");
            }
            else if (!document.IsInbound)
            {
                report(at + "/document", "direction", "A feed brings documents of direction 'in'.");
            }

            if (feed.Path.Length > 0 && !feed.Path.StartsWith('/'))
            {
                report(at + "/path", "path", "A path begins with '/'.");
            }

            if (feed.Interval < Feed.ShortestInterval)
            {
                report(at + "/interval", "range", "The shortest interval is 100ms.");
            }

            if (feed.Headers.Values.Any(header => header.Insertions.Count > 0))
            {
                report(at + "/headers", "template", "A feed has no document to insert values from.");
            }

            CheckCursor(feed.Cursor, at + "/cursor", report);
        }
    }

    private static void CheckCursor(FeedCursor cursor, string at, Action<string, string, string> report)
    {
        if ((cursor.Next is null) == (cursor.OfItem is null))
        {
            report(at, "cursor", "Exactly one of 'next' and 'ofItem' says where the next poll begins.");
        }

        if (cursor.Kind == CursorKind.Opaque && (cursor.OfItem is not null || cursor.Overlap > TimeSpan.Zero))
        {
            report(at, "cursor", "'ofItem' and 'overlap' need a cursor of kind 'instant': an opaque cursor can neither be compared nor moved back.");
        }

        if (cursor.Kind == CursorKind.Instant && cursor.First is { } first && first != "now"
            && !DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _))
        {
            report(at + "/first", "instant", "An ISO 8601 instant or 'now' is expected here.");
        }
    }
}
