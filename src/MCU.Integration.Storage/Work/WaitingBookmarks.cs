using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Work;

/// <summary>
/// The bookmarks that stimuli concern. A million instances may wait for one event, each for its own case: a stimulus that names an instance or a
/// correlation id reads theirs alone.
/// </summary>
internal sealed class WaitingBookmarks
{
    private const string Columns = "t.hash, t.id, t.instance_id, t.activity_instance_id, t.correlation_id";

    private static readonly Statement ByHash = Select(Column.Text("hash"));
    private static readonly Statement ByInstance = Select(Column.Text("hash"), Column.Text("instance_id"));
    private static readonly Statement ByCorrelation = Select(Column.Text("hash"), Column.Text("correlation_id"));

    private readonly Dictionary<string, string> _keyed;
    private readonly List<WaitingBookmark> _ofAll;
    private readonly List<WaitingBookmark> _ofInstances;
    private readonly List<WaitingBookmark> _ofCorrelations;

    private WaitingBookmarks(HubSession session, BookmarkHashes hashes, List<Stimulus> stimuli)
    {
        _keyed = stimuli.Select(stimulus => stimulus.Hash).Distinct().ToDictionary(hash => hash, hashes.Of);
        _ofAll = session.Read(ByHash, [.. stimuli.Where(IsForAll).Select(stimulus => new object?[] { _keyed[stimulus.Hash] })], WaitingBookmark.Read);
        _ofInstances = session.Read(
            ByInstance, [.. stimuli.Where(stimulus => stimulus.InstanceId is not null).Select(stimulus => new object?[] { _keyed[stimulus.Hash], stimulus.InstanceId })], WaitingBookmark.Read);
        _ofCorrelations = session.Read(
            ByCorrelation, [.. stimuli.Where(IsForCorrelation).Select(stimulus => new object?[] { _keyed[stimulus.Hash], stimulus.CorrelationId })], WaitingBookmark.Read);
    }

    /// <summary>Queues the look-up; the result is there after the flush.</summary>
    public static WaitingBookmarks Find(HubSession session, BookmarkHashes hashes, IEnumerable<Stimulus> stimuli) => new(session, hashes, [.. stimuli]);

    /// <summary>Those that a stimulus of the look-up resumes.</summary>
    public IEnumerable<WaitingBookmark> Of(Stimulus stimulus) =>
        from bookmark in IsForAll(stimulus) ? _ofAll : IsForCorrelation(stimulus) ? _ofCorrelations : _ofInstances
        where bookmark.Hash == _keyed[stimulus.Hash]
            && (stimulus.CorrelationId is null || stimulus.CorrelationId == bookmark.CorrelationId)
            && (stimulus.InstanceId is null || stimulus.InstanceId == bookmark.InstanceId)
            && (stimulus.ActivityInstanceId is null || stimulus.ActivityInstanceId == bookmark.ActivityInstanceId)
        select bookmark;

    private static bool IsForAll(Stimulus stimulus) => stimulus.InstanceId is null && stimulus.CorrelationId is null;

    private static bool IsForCorrelation(Stimulus stimulus) => stimulus.InstanceId is null && stimulus.CorrelationId is not null;

    private static Statement Select(params Column[] keys) => Statement.Select(Columns, "bookmarks t", string.Empty, string.Empty, null, keys);
}
