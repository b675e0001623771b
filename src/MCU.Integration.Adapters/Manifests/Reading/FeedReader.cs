namespace MCU.Integration.Adapters.Manifests.Reading;

internal static class FeedReader
{
    private static readonly Dictionary<string, CursorKind> Kinds = new() { ["opaque"] = CursorKind.Opaque, ["instant"] = CursorKind.Instant };

    public static Feed Read(ManifestSource source, string name)
    {
        if (!source.Has("cursor"))
        {
            source.Report("cursor", "required", "'cursor' is missing.");
        }

        var cursor = source.ChildOrEmpty("cursor");
        var feed = new Feed(
            name,
            source.RequiredText("document"),
            source.RequiredText("path"),
            source.RequiredPointer("items"),
            new(source.Has("cursor") ? cursor.RequiredText("parameter") : "", cursor.Word("kind", CursorKind.Opaque, Kinds), cursor.Text("first"))
            {
                Next = cursor.Pointer("next"),
                OfItem = cursor.Pointer("ofItem"),
                Overlap = cursor.Duration("overlap", TimeSpan.Zero),
            })
        {
            Title = source.Text("title") ?? name,
            Item = source.Pointer("item"),
            HasMore = source.Pointer("hasMore"),
            Interval = source.Duration("interval", Feed.DefaultInterval),
            Headers = source.Headers("headers"),
        };
        cursor.Done();
        source.Done();
        return feed;
    }
}
