using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Ids;
using MCU.Integration.Pipeline.Work;

namespace MCU.Integration.Storage.Work;

/// <summary>Turns what happened into resume items for the bookmarks that wait for it, in the same transaction.</summary>
internal sealed class ResumeItems(UuidV7Source ids)
{
    /// <summary>One item a bookmark, in the order of their creation ids.</summary>
    public IEnumerable<NewWorkItem> For(WaitingBookmarks bookmarks, Stimulus stimulus, DateTimeOffset now) =>
        bookmarks.Of(stimulus).Select(bookmark => Make(bookmark, WorkKind.ResumeInstance, null, stimulus.Input, now));

    public NewWorkItem Make(WaitingBookmark bookmark, WorkKind kind, MessageId? message, StimulusInput? input, DateTimeOffset now)
    {
        var id = ids.Next<WorkItemId>();
        return new(id, kind, "instance:" + bookmark.InstanceId, now, now)
        {
            MessageId = message,
            InstanceId = bookmark.InstanceId,
            BookmarkId = bookmark.Id,
            CorrelationId = bookmark.CorrelationId,
            Input = input?.For(id),
        };
    }
}
