using System.Globalization;
using MCU.Integration.Domain.Values;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Http;
using MCU.Integration.Pipeline.Retention;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Workflows.Http;

namespace MCU.Integration.Storage.Retention;

internal sealed class RetentionStore(HubDatabase database, IBlobStore blobs, BookmarkHashes hashes) : IRetentionStore
{
    private static readonly IReadOnlyDictionary<SealedClass, string[]> Sealed = new Dictionary<SealedClass, string[]>
    {
        [SealedClass.Message] =
        [
            "select 1 from message_bodies where key_id = @id",
            "select 1 from submission_bodies where key_id = @id",
            "select 1 from attachments where key_id = @id",
            "select 1 from replies where key_id = @id",
        ],

        // Inputs of work items carry the id of their key in their text (WorkInputs).
        [SealedClass.Instance] =
        [
            "select 1 from instance_states where key_id = @id",
            "select 1 from journal where key_id = @id",
            "select 1 from bookmarks where key_id = @id",
            "select 1 from work_items where input is not null and input like 'sealed:' || replace(cast(@id as text), '-', '') || '%'",
        ],
        [SealedClass.Applicant] = ["select 1 from applicants where key_id = @id"],

        // Blobs in folders carry the ids of their keys in the files: only attachments in the table can be judged.
        [SealedClass.Attachment] = [],
        [SealedClass.Credential] =
        [
            "select 1 from adapters where settings_key_id = @id",
            "select 1 from protection_keys where document like cast(@id as text) || ':%'",
        ],
    };

    // Ids are ordered by time, so the oldest bodies come first and what was erased is not walked over again.
    public Task<int> EraseBodiesAsync(DateTimeOffset before, int max, CancellationToken cancellation) =>
        database.WriteAsync(
            session =>
            {
                var delivery = session.Provider == StorageProvider.Postgres ? "substr(m.dedup_key, 10)::uuid" : "substr(m.dedup_key, 10)";
                return session.ExecuteAsync(
                    $"""
                    delete from message_bodies where message_id in (
                        select b.message_id from message_bodies b join messages m on m.id = b.message_id
                        where b.message_id < @oldest and m.received_at < @before and (m.state in ('processed', 'rejected') or (m.state = 'outbound' and exists (
                            select 1 from deliveries d where d.id = {delivery} and d.state in ('delivered', 'refused', 'superseded'))))
                        order by b.message_id limit @max)
                    """,
                    new { before, max, oldest = FirstIdOf(before) },
                    cancellation);
            },
            cancellation);

    public async Task<int> EraseAttachmentsAsync(DateTimeOffset before, int max, CancellationToken cancellation)
    {
        var (count, orphans) = await database.WriteAsync(session => ForgetAttachmentsAsync(session, before, max, cancellation), cancellation);
        foreach (var hash in orphans)
        {
            await blobs.DeleteAsync(hash, cancellation);
        }

        return count;
    }

    public Task<int> DeleteRepliesAsync(DateTimeOffset before, int max, CancellationToken cancellation) => DeleteAsync(
        "delete from replies where (caller, key) in (select caller, key from replies where created_at < @before order by created_at limit @max)", before, max, cancellation);

    public Task<int> DeleteInstancesAsync(DateTimeOffset before, int max, CancellationToken cancellation) => DeleteAsync(
        """
        delete from instances where id in (
            select i.id from instances i where i.finished_at is not null and i.finished_at < @before and i.status = 'Finished' and i.sub_status in ('Finished', 'Cancelled')
                and not exists (select 1 from work_items w where w.instance_id = i.id)
            order by i.finished_at, i.id limit @max)
        """,
        before,
        max,
        cancellation);

    public Task<int> DeleteAlertsAsync(DateTimeOffset before, int max, CancellationToken cancellation) => DeleteAsync(
        "delete from alerts where id in (select id from alerts where resolved_at is not null and last_seen_at < @before order by last_seen_at, id limit @max)", before, max, cancellation);

    public Task<int> DeleteUnusedRoutesAsync(CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                if (session.Provider == StorageProvider.Postgres)
                {
                    // Whoever just stores a bookmark at a known route is waited for, so that its route is not taken away under it. SQLite has one writer.
                    await session.ExecuteAsync("lock table http_templates in share row exclusive mode", null, cancellation);
                }

                var deleted = 0;
                var routes = await session.QueryAsync(
                    "select template, method from http_templates", null, row => new HttpTemplate(row.Text(), row.Text()), cancellation);
                foreach (var (template, method) in routes)
                {
                    deleted += await session.ExecuteAsync(
                        "delete from http_templates where template = @template and method = @method and not exists (select 1 from bookmarks b where b.hash = @hash)",
                        new { template, method, hash = hashes.Of(HttpStimulus.Of(template, method).Hash) },
                        cancellation);
                }

                return deleted;
            },
            cancellation);

    public Task<IReadOnlyList<string>> DestroyUnusedKeysAsync(DateOnly before, CancellationToken cancellation) =>
        database.WriteAsync<IReadOnlyList<string>>(
            async session =>
            {
                var keys = await session.QueryAsync(
                    "select id, class, month from data_keys where wrapped is not null and month < @month order by month",
                    new { month = before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
                    row => (Id: row.Guid(), Class: row.Word<SealedClass>(), Month: row.Text()),
                    cancellation);
                var destroyed = new List<string>();
                foreach (var key in keys)
                {
                    if (Sealed[key.Class] is { Length: > 0 } places && !await IsUsedAsync(session, places, key.Id, cancellation))
                    {
                        await session.ExecuteAsync("update data_keys set wrapped = null where id = @Id", new { key.Id }, cancellation);
                        destroyed.Add($"{EnumWord.Of(key.Class)}:{key.Month[..7]}");
                    }
                }

                return destroyed;
            },
            cancellation);

    private static async Task<(int Count, List<string> Orphans)> ForgetAttachmentsAsync(
        HubSession session, DateTimeOffset before, int max, CancellationToken cancellation)
    {
        var due = await session.QueryAsync(
            """
            select a.id, a.blob_hash from attachments a
            where a.blob_hash is not null and a.created_at < @before
                and not exists (select 1 from cases c where c.id = a.case_id and c.status not in ('answered', 'closed'))
                and not exists (select 1 from cases c where c.submission_id = a.submission_id and c.status not in ('answered', 'closed'))
            order by a.created_at, a.id limit @max
            """,
            new { before, max },
            row => (Id: row.Guid(), Hash: row.Text()),
            cancellation);
        var orphans = new List<string>();
        foreach (var (id, hash) in due)
        {
            await session.ExecuteAsync("update attachments set blob_hash = null, problem = 'erased', key_id = null, cipher = null where id = @id", new { id }, cancellation);
            if (await session.ScalarAsync<long?>("select 1 from attachments where blob_hash = @hash limit 1", new { hash }, cancellation) is null)
            {
                orphans.Add(hash);
            }
        }

        return (due.Count, orphans);
    }

    private static async Task<bool> IsUsedAsync(HubSession session, IEnumerable<string> places, Guid id, CancellationToken cancellation)
    {
        foreach (var place in places)
        {
            if (await session.ScalarAsync<long?>($"{place} limit 1", new { id }, cancellation) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private Task<int> DeleteAsync(string sql, DateTimeOffset before, int max, CancellationToken cancellation) =>
        database.WriteAsync(session => session.ExecuteAsync(sql, new { before, max }, cancellation), cancellation);

    // UUIDv7 begins with the milliseconds since 1970.
    private static Guid FirstIdOf(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, instant.ToUnixTimeMilliseconds() << 16);
        return new(bytes, bigEndian: true);
    }
}
