using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Adapters.Transport;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace MCU.Integration.Adapters.Feeds;

/// <summary>Reads a feed from its watermark to its end and hands the documents in. What was handed in is durable before the watermark passes it.</summary>
public sealed partial class FeedPoll(AdapterClient client, IMessageIntake intake, IIntakeStore store, TimeProvider time, ILogger<FeedPoll> logger)
{
    /// <summary>How often an unmoved watermark is written, so that people see that the feed is alive.</summary>
    private static readonly TimeSpan WatermarkRepeat = TimeSpan.FromMinutes(1);

    private static readonly Counter<long> Documents = HubTelemetry.Meter.CreateCounter<long>(HubTelemetry.PolledDocuments);

    /// <param name="goOn">Asked before each page: false when this node lost the duty or stops.</param>
    public async Task<PollOutcome> RunAsync(AdapterManifest manifest, Feed feed, Func<Task<bool>> goOn, CancellationToken cancellation)
    {
        var watermark = await store.WatermarkAsync(manifest.Key, feed.Name, cancellation);
        var cursor = FeedRequest.Begin(feed, watermark?.Cursor, time.GetUtcNow());
        var read = 0;
        while (await goOn())
        {
            var answer = await client.SendAsync(manifest, FeedRequest.Of(feed, cursor), cancellation);
            if (answer.Failure is { } failure)
            {
                return new(read, answer.Error, Tried: failure != CallFailure.NotTried, answer.RetryAfter);
            }

            if (!answer.IsSuccess)
            {
                return PollOutcome.Failed(read, $"status_{answer.Status}", answer.RetryAfter);
            }

            if (FeedPage.Read(feed, answer.Body) is not { } page)
            {
                return PollOutcome.Failed(read, "unexpected_answer");
            }

            // Instants of an overlap lie behind the watermark; it never goes back.
            var next = Later(feed, watermark?.Cursor, page.Cursor);
            if (!await AcceptAsync(manifest, feed, page, next, watermark, cancellation))
            {
                return PollOutcome.Failed(read, "not_accepted");
            }

            read += page.Documents.Count;
            if (!(page.HasMore ?? page.Documents.Count > 0))
            {
                return PollOutcome.Read(read);
            }

            if (page.Cursor is null || page.Cursor == cursor)
            {
                return page.HasMore == true ? PollOutcome.Failed(read, "cursor_stands_still") : PollOutcome.Read(read);
            }

            cursor = page.Cursor;
            watermark = next is null ? watermark : new(manifest.Key, feed.Name, next, time.GetUtcNow());
        }

        return PollOutcome.Read(read);
    }

    private async Task<bool> AcceptAsync(AdapterManifest manifest, Feed feed, FeedPage page, string? next, Watermark? watermark, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var moved = next is null ? null : new Watermark(manifest.Key, feed.Name, next, now);
        if (page.Documents.Count == 0)
        {
            if (moved is not null && (moved.Cursor != watermark?.Cursor || now - watermark.PolledAt >= WatermarkRepeat))
            {
                await store.SaveWatermarkAsync(moved, cancellation);
            }

            return true;
        }

        // Intake makes the documents before the watermark durable first.
        var requests = page.Documents.Select(body => new IntakeRequest(manifest.Key, feed.DocumentType, body, IntakeSource.Poll)).ToList();
        requests[^1] = requests[^1] with { Watermark = moved };
        var results = await intake.AcceptManyAsync(requests, cancellation);
        if (!Note(manifest, feed, results))
        {
            return false;
        }

        // A repeated or unreadable last document may have had no commit of its own to carry the watermark.
        if (moved is not null && results[^1].Kind != IntakeResultKind.Accepted)
        {
            await store.SaveWatermarkAsync(moved, cancellation);
        }

        return true;
    }

    /// <summary>False when the active set no longer knows the feed's documents: they must be read again later.</summary>
    private bool Note(AdapterManifest manifest, Feed feed, IReadOnlyList<IntakeResult> results)
    {
        foreach (var group in results.GroupBy(result => result.Kind))
        {
            Documents.Add(group.Count(), new TagList { { "adapter", manifest.Key }, { "feed", feed.Name }, { "result", group.Key.ToString() } });
            if (group.Key is IntakeResultKind.UnknownAdapter or IntakeResultKind.UnknownDocumentType)
            {
                return false;
            }

            if (group.Key is not (IntakeResultKind.Accepted or IntakeResultKind.Duplicate))
            {
                Log.BadDocuments(logger, manifest.Key, feed.Name, group.Count(), group.Key);
            }
        }

        return true;
    }

    private static string? Later(Feed feed, string? before, string? after) =>
        feed.Cursor.Kind == CursorKind.Instant && DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, out var old) && (after is null || (DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, out var young) && young < old))
            ? before
            : after;

    private static partial class Log
    {
        [LoggerMessage(3401, LogLevel.Warning, "Feed {Feed} of {Adapter} brought {Count} documents that were not taken as they are: {Kind}")]
        public static partial void BadDocuments(ILogger logger, string adapter, string feed, int count, IntakeResultKind kind);
    }
}
