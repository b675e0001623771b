using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Work;

/// <summary>Turns what happened into resume items for the bookmarks that wait for it, in the same transaction.</summary>
internal sealed class ResumeItems(UuidV7Source ids)
{
    private static readonly Statement ByHash = Statement.Select(
        "t.hash, t.id, t.instance_id, t.activity_instance_id, t.correlation_id", "bookmarks t", string.Empty, string.Empty, null, Column.Text("hash"));

    /// <summary>Queues the look-up of bookmarks with one of these hashes; the result is there after the flush.</summary>
    public static List<WaitingBookmark> Find(HubSession session, IEnumerable<string> hashes) =>
        session.Read(ByHash, [.. hashes.Select(hash => new object?[] { hash })], WaitingBookmark.Read);

    /// <summary>One item a bookmark, in the order of their creation ids.</summary>
    public IEnumerable<NewWorkItem> For(IEnumerable<WaitingBookmark> bookmarks, Stimulus stimulus, DateTimeOffset now) =>
        from bookmark in bookmarks
        where bookmark.Hash == stimulus.Hash
            && (stimulus.CorrelationId is null || stimulus.CorrelationId == bookmark.CorrelationId)
            && (stimulus.InstanceId is null || stimulus.InstanceId == bookmark.InstanceId)
            && (stimulus.ActivityInstanceId is null || stimulus.ActivityInstanceId == bookmark.ActivityInstanceId)
        select Make(bookmark, WorkKind.ResumeInstance, null, stimulus.Input, now);

    public NewWorkItem Make(WaitingBookmark bookmark, WorkKind kind, MessageId? message, string? input, DateTimeOffset now) =>
        new(ids.Next<WorkItemId>(), kind, "instance:" + bookmark.InstanceId, now, now)
        {
            MessageId = message,
            InstanceId = bookmark.InstanceId,
            BookmarkId = bookmark.Id,
            CorrelationId = bookmark.CorrelationId,
            Input = input,
        };
}
