using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Statements;

namespace MCU.Integration.Storage.Content;

/// <summary>Writes one active set inside a transaction.</summary>
internal sealed class ActiveSetWriter(HubSession session, ActiveSetRow set)
{
    private static readonly Statement InsertVersion = Statement.Insert(
        "content_versions",
        Column.Text("kind"),
        Column.Text("key"),
        Column.Int("version"),
        Column.Text("hash"),
        Column.Text("state"),
        Column.Text("origin"),
        Column.Text("path"),
        Column.Text("author"),
        Column.Text("body"),
        Column.Instant("created_at"));

    private static readonly Statement InsertItem = Statement.Insert(
        "active_set_items", Column.Long("set_id"), Column.Text("kind"), Column.Text("key"), Column.Int("version"));

    private static readonly Statement Newest = Statement.Select(
        "t.kind, t.key, t.version, t.hash",
        "content_versions t",
        "and t.version = (select max(n.version) from content_versions n where n.kind = t.kind and n.key = t.key)",
        string.Empty,
        null,
        Column.Text("kind"),
        Column.Text("key"));

    private static readonly Statement SetState = Statement.Update(
        "content_versions", 3, Column.Text("kind"), Column.Text("key"), Column.Int("version"), Column.Text("state"));

    public async Task WriteAsync(long basedOn, IReadOnlyList<NewContent> changes, IReadOnlyList<(ContentKind Kind, string Key)> removals, CancellationToken cancellation)
    {
        await session.ExecuteAsync(
            "insert into active_sets (id, author, comment, created_at) values (@Id, @Author, @Comment, @CreatedAt)", set, cancellation);
        var before = await session.QueryAsync(
            "select kind, key, version from active_set_items where set_id = @basedOn",
            new { basedOn },
            row => (Key: (Kind: row.Text(), Key: row.Text()), Version: row.Int()),
            cancellation);
        var newest = session.Read(
            Newest,
            [.. changes.Select(change => new object?[] { EnumWord.Of(change.Kind), change.Key })],
            row => (Key: (Kind: row.Text(), Key: row.Text()), Version: row.Int(), Hash: row.Text()));
        await session.FlushAsync(cancellation);

        var versions = before.ToDictionary(item => item.Key, item => item.Version);
        var known = newest.ToDictionary(item => item.Key, item => (item.Version, item.Hash));
        foreach (var (kind, key) in removals)
        {
            versions.Remove((EnumWord.Of(kind), key));
        }

        foreach (var change in changes)
        {
            var key = (EnumWord.Of(change.Kind), change.Key);
            versions[key] = Version(change, known.TryGetValue(key, out var last) ? last : null);
        }

        session.Write(InsertItem, [.. versions.Select(item => new object?[] { set.Id, item.Key.Kind, item.Key.Key, item.Value })]);
        session.Write(SetState, [.. before.Where(item => versions.GetValueOrDefault(item.Key) != item.Version).Select(item => StateRow(item.Key, item.Version, "retired"))]);
        session.Write(SetState, [.. versions.Select(item => StateRow(item.Key, item.Value, "published"))]);
    }

    /// <summary>The newest version when the content is the same, a new one otherwise.</summary>
    private int Version(NewContent change, (int Version, string Hash)? last)
    {
        if (last is { } same && same.Hash == change.Hash)
        {
            return same.Version;
        }

        var version = (last?.Version ?? 0) + 1;
        session.Write(
            InsertVersion,
            [[EnumWord.Of(change.Kind), change.Key, version, change.Hash, "published", EnumWord.Of(change.Origin), change.Path, set.Author, change.Body, set.CreatedAt]]);
        return version;
    }

    private static object?[] StateRow((string Kind, string Key) key, int version, string state) => [key.Kind, key.Key, version, state];
}
